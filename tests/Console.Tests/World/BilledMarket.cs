using System.Net.Http.Headers;
using System.Net.Http.Json;
using BillingActors.Cli;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Silo;
using BillingActors.Storage;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// The whole product on an SQLite file, with thirty customers whose January and February are billed and whose March
/// waits to be; it is 1 April.
/// </summary>
internal sealed class BilledMarket : IAsyncDisposable
{
    public const int AccountCount = 30;

    /// <summary>A customer with a telephone.</summary>
    public const string CallerPhone = "+61 2 5550 0107";

    /// <summary>A customer whose name is an attack.</summary>
    public const string HostileName = "<img src=x onerror=document.title='owned'>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-console-");
    private readonly MovableClock _clock = new();
    private readonly DemoMarket _market = DemoMarket.Of(AccountCount);
    private EmbeddedHost? _host;
    private DemoDesk? _desk;

    private EmbeddedHost Host => _host ?? throw new InvalidOperationException("The market is not open yet.");

    private DemoDesk Desk => _desk ?? throw new InvalidOperationException("The market is not open yet.");

    public Uri Address => Host.Address;

    /// <summary>The customer with the telephone.</summary>
    public DemoAccount Caller => _market.Accounts[7];

    /// <summary>The customer with the hostile name.</summary>
    public DemoAccount Hostile => _market.Accounts[8];

    /// <summary>Somebody whom no other test touches.</summary>
    public DemoAccount Of(int index) => _market.Accounts[index];

    public async Task Open(CancellationToken cancellation)
    {
        var storage = new StorageOptions { Path = Path.Combine(_folder.FullName, "billing.db") };
        _clock.Set(DemoDesk.MorningOf(DemoMarket.Begin(0)));
        // Open pages look again every second, so that no test waits longer for that.
        Environment.SetEnvironmentVariable("Billing__Console__CheckSeconds", "1");
        _host = await EmbeddedHost.Start(storage, ("http://127.0.0.1:0", IsDevelopment: true), _clock, cancellation);
        _desk = new DemoDesk(_host, _clock);
        await Desk.MoveTo(DemoMarket.Begin(0), cancellation);
        await EnterMasterData(cancellation);
        var files = new DemoFiles(_market, _folder.FullName);
        await Import(Telling(files.Contracts()), cancellation);
        await Import(files.OpeningReads(), cancellation);
        for (var month = 0; month < 3; month++)
        {
            await Desk.MoveTo(DemoMarket.Begin(month + 1), cancellation);
            foreach (var file in files.Of(month).Concat(files.LateOf(month)))
                await Import(file, cancellation);
            if (month < 2)
                await Bill(month, cancellation);
        }
    }

    /// <summary>The money of a customer's account, as the API tells it.</summary>
    public Task<CashView> Cash(int index, CancellationToken cancellation) => Desk.AsClerk.Get<CashView>(
        $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/payments", cancellation);

    /// <summary>Gives a person of the console rights, as an administrator does through the API.</summary>
    public async Task GiveRights(string personId, string[] roles, CancellationToken cancellation)
    {
        var key = await Host.MakeKey("root", ["admin"], days: 1, cancellation);
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Text);
        var before = await client.GetAsync("v1/users/" + personId, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, "v1/users/" + personId);
        request.Content = JsonContent.Create(
            new { name = personId, roles, entities = Array.Empty<string>(), isActive = true });
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("If-Match", before.Headers.ETag!.ToString());
        using var answer = await client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The newest invoice of a customer.</summary>
    public async Task<string> LastInvoice(DemoAccount account, CancellationToken cancellation)
    {
        var path = $"v1/accounts/{DemoMarket.EntityId}/{account.AccountId}/invoices";
        return (await Desk.AsClerk.Rows<InvoiceRow>(path, cancellation).FirstAsync(cancellation)).InvoiceId;
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task EnterMasterData(CancellationToken cancellation)
    {
        var from = DemoMarket.Begin(0);
        await Desk.Put(new LegalEntityRecord(
            DemoMarket.EntityId, "Test Energy", DemoMarket.Currency, "Australia/Sydney", "ABN 1", "1 Test Street",
            "INV"), from, cancellation);
        await Desk.Put(new BillCycleRecord(
            DemoMarket.CycleId, DemoMarket.EntityId, "Monthly", 1, 1, [], 3, 0m, 0m, false), from, cancellation);
        foreach (var tariff in DemoTariffs.All())
            await Desk.Put(tariff, cancellation);
        foreach (var account in _market.IntervalAccounts)
            await Desk.Put(PointOf(account), from.AddMonths(-1), cancellation);
    }

    private static ServicePointRecord PointOf(DemoAccount account) => new(
        account.ServicePointId, DemoMarket.EntityId,
        [
            new MeterRecord(account.MeterSerial, DemoMarket.Begin(-1), null, [],
                [new ChannelRecord(account.Channel, account.Unit, "import", 30, 600)]),
        ]);

    /// <summary>The file of contracts, in which one customer has a telephone and one a hostile name.</summary>
    private string Telling(string path)
    {
        var text = File.ReadAllText(path)
            .Replace($"{Caller.CustomerId},{Caller.Name},,", $"{Caller.CustomerId},{Caller.Name},,{CallerPhone}",
                StringComparison.Ordinal)
            .Replace($"{Hostile.CustomerId},{Hostile.Name},", $"{Hostile.CustomerId},{HostileName},",
                StringComparison.Ordinal);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task Import(string file, CancellationToken cancellation)
    {
        var import = await Desk.Import(file, null, cancellation);
        Assert.Equal((file, import.RecordCount, 0L), (file, import.StoredCount, import.RejectedCount));
    }

    private async Task Bill(int month, CancellationToken cancellation)
    {
        var plan = new PlanRun(DemoMarket.EntityId, DemoMarket.CycleId, DemoMarket.Begin(month + 1), []);
        var nobody = new Terminal(TextWriter.Null, TextWriter.Null, isInteractive: false);
        var run = await new BillingDay(Desk, nobody).Bill(plan, cancellation);
        Assert.Empty(run.HeldAccounts);
    }
}
