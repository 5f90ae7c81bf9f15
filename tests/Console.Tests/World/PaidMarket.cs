using System.Globalization;
using BillingActors.Cli;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Silo;
using BillingActors.Storage;

namespace BillingActors.Console.Tests.World;

/// <summary>A program of its own, whose customers were billed once and pay by one statement of a bank.</summary>
public sealed class PaidMarket : IAsyncLifetime
{
    private const int UsualCount = 200;
    private const int AtOnce = 8;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-paid-");
    private readonly MovableClock _clock = new();
    private readonly DemoMarket _market = DemoMarket.Of(Count);
    private EmbeddedHost? _host;
    private DemoDesk? _desk;

    /// <summary>Customers: 200, or as many as BILLING_REMITTANCE says.</summary>
    public static int Count { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("BILLING_REMITTANCE"), NumberStyles.None, CultureInfo.InvariantCulture,
        out var count) ? count : UsualCount;

    /// <summary>Where the program listens.</summary>
    public Uri Address => _host!.Address;

    /// <summary>What each customer owes: its account and the only item that is open.</summary>
    public IReadOnlyList<(string AccountId, OpenItemView Item)> Owed { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var storage = new StorageOptions { Path = Path.Combine(_folder.FullName, "billing.db") };
        _clock.Set(DemoDesk.MorningOf(DemoMarket.Begin(0)));
        // One caller looks at every account.
        Environment.SetEnvironmentVariable("Billing__Gateway__Reads__PermitCount", "100000");
        _host = await EmbeddedHost.Start(storage, ("http://127.0.0.1:0", IsDevelopment: true), _clock, cancellation);
        _desk = new DemoDesk(_host, _clock);
        await _desk.MoveTo(DemoMarket.Begin(0), cancellation);
        await EnterMasterData(_desk, cancellation);
        var files = new DemoFiles(_market, _folder.FullName);
        await _desk.Import(files.Contracts(), null, cancellation);
        await _desk.Import(files.OpeningReads(), null, cancellation);
        await _desk.MoveTo(DemoMarket.Begin(1), cancellation);
        foreach (var file in files.Of(0).Concat(files.LateOf(0)))
            await _desk.Import(file, null, cancellation);
        var plan = new PlanRun(DemoMarket.EntityId, DemoMarket.CycleId, DemoMarket.Begin(1), []);
        await new BillingDay(_desk, new Terminal(TextWriter.Null, TextWriter.Null, false)).Bill(plan, cancellation);
        Owed = await Read(_desk, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task EnterMasterData(DemoDesk desk, CancellationToken cancellation)
    {
        var from = DemoMarket.Begin(0);
        await desk.Put(new LegalEntityRecord(
            DemoMarket.EntityId, "Test Energy", DemoMarket.Currency, "Australia/Sydney", "ABN 1", "1 Test Street",
            "INV"), from, cancellation);
        await desk.Put(new BillCycleRecord(
            DemoMarket.CycleId, DemoMarket.EntityId, "Monthly", 1, 1, [], 3, 0m, 0m, false), from, cancellation);
        foreach (var tariff in DemoTariffs.All())
            await desk.Put(tariff, cancellation);
        foreach (var account in _market.IntervalAccounts)
            await desk.Put(BilledMarket.PointOf(account), from.AddMonths(-1), cancellation);
    }

    private async Task<IReadOnlyList<(string, OpenItemView)>> Read(DemoDesk desk, CancellationToken cancellation)
    {
        var owed = new (string, OpenItemView)[Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, Count, options, async (index, ask) =>
        {
            var accountId = _market.Accounts[index].AccountId;
            var account = await desk.AsClerk.Get<AccountView>(
                $"v1/accounts/{DemoMarket.EntityId}/{accountId}", ask);
            owed[index] = (accountId, Assert.Single(account.OpenItems));
        });
        return owed;
    }
}
