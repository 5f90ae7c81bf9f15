using System.Net.Http.Headers;
using System.Net.Http.Json;
using BillingActors.Cli;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Embedded;
using BillingActors.Gateway.Notes;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Silo;
using BillingActors.Storage;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Reports;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// The whole product on an SQLite file, with thirty-four customers whose January and February are billed and whose
/// March waits to be; it is 1 April. Beside them a few odd ones.
/// </summary>
internal sealed class BilledMarket : IAsyncDisposable
{
    public const int AccountCount = 34;

    /// <summary>A customer with a telephone.</summary>
    public const string CallerPhone = "+61 2 5550 0007";

    /// <summary>An account whose meter sent an odd week before it began.</summary>
    public const int Odd = 1;

    /// <summary>An account for which a clerk asked for something that nobody decided in time.</summary>
    public const int NotDecided = 5;

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

    /// <summary>Where what is sent by e-mail lies.</summary>
    public string MailFolder => Path.Combine(_folder.FullName, "mail");

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
        Environment.SetEnvironmentVariable("Billing__Console__BatchApprovalMax", "150");
        Environment.SetEnvironmentVariable("Billing__Webhooks__LoopbackHttp", "true");
        Environment.SetEnvironmentVariable("Billing__Webhooks__PollMilliseconds", "200");
        Environment.SetEnvironmentVariable("Billing__Mail__PollMilliseconds", "200");
        _host = await EmbeddedHost.Start(storage, ("http://127.0.0.1:0", IsDevelopment: true), _clock, cancellation);
        _desk = new DemoDesk(_host, _clock);
        await Desk.MoveTo(DemoMarket.Begin(0), cancellation);
        await EnterMasterData(cancellation);
        var files = new DemoFiles(_market, _folder.FullName);
        await Import(Telling(files.Contracts()), cancellation);
        await Import(files.OpeningReads(), cancellation);
        await ImportOddWeek(cancellation);
        for (var month = 0; month < 3; month++)
        {
            await Desk.MoveTo(DemoMarket.Begin(month + 1), cancellation);
            foreach (var file in files.Of(month).Concat(files.LateOf(month)))
                await Import(file, cancellation);
            if (month < 2)
                await Bill(month, cancellation);
            if (month == 0)
                await AskToAdjust(NotDecided, 5_100, cancellation); // Nobody decides it in its two weeks.
        }
        await new OddCustomers(Desk, _market, _folder.FullName).Add(cancellation);
    }

    /// <summary>The money of a customer's account, as the API tells it.</summary>
    public Task<CashView> Cash(int index, CancellationToken cancellation) =>
        Desk.AsClerk.Get<CashView>(PaymentsOf(index), cancellation);

    /// <summary>Money comes in, and is taken off again from what it paid: the receipt, of which all is left.</summary>
    public async Task<string> LeaveUnapplied(int index, long minor, CancellationToken cancellation)
    {
        var receiptId = await Receive(index, minor, null, cancellation);
        var receipt = (await Cash(index, cancellation)).Receipts.Single(one => one.ReceiptId == receiptId);
        foreach (var application in receipt.Applications)
        {
            await Desk.AsClerk.Send<Receipt>(
                HttpMethod.Delete,
                $"{PaymentsOf(index)}/{receiptId}/applications/{Uri.EscapeDataString(application.ApplicationId)}",
                null, Ask.Fresh() with { Reason = "meant for something else" }, cancellation);
        }
        return receiptId;
    }

    /// <summary>
    /// A clerk asks to lower what is due last, above the own limit of 50.00: it waits for a second person.
    /// </summary>
    public async Task AskToAdjust(int index, long minor, CancellationToken cancellation)
    {
        var item = await OpenItem(index, cancellation);
        var wanted = new AdjustOpenItem($"adjust-{index}", item.Id, minor, "goodwill", "courtesy");
        await Desk.AsClerk.Send<ActionReceipt>(
            HttpMethod.Post, $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/adjustments", wanted,
            Ask.Fresh() with { Reason = "the customer waited long" }, cancellation);
    }

    /// <summary>A clerk opens a dispute about one unit of what is due last.</summary>
    public async Task Dispute(int index, CancellationToken cancellation)
    {
        var item = await OpenItem(index, cancellation);
        await Desk.AsClerk.Send<Receipt>(
            HttpMethod.Post, $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/disputes",
            new OpenDispute($"dispute-{index}", item.Id, "other", "clerk", new DateOnly(2025, 4, 1), 100),
            Ask.Fresh(), cancellation);
    }

    /// <summary>A supervisor credits an invoice in full.</summary>
    public Task CreditWhole(int index, string invoiceId, CancellationToken cancellation) =>
        Desk.AsSupervisor.Send<ActionReceipt>(
            HttpMethod.Post, $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/credit-memos",
            new CreditIssuedInvoice($"memo-{index}", invoiceId, "billing-error"),
            Ask.Fresh() with { Reason = "billed by mistake" }, cancellation);

    /// <summary>A supervisor keeps dunning from a customer, from now on.</summary>
    public Task Block(int index, string kind, CancellationToken cancellation) => Desk.AsSupervisor.Send<Receipt>(
        HttpMethod.Post, $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/collections/blocks",
        new PlaceBlock($"block-{index}", kind, DemoMarket.Begin(2), null, DemoMarket.Begin(2)),
        Ask.Fresh() with { Reason = "so the customer asked" }, cancellation);

    /// <summary>An account as the API tells it.</summary>
    public Task<AccountView> Account(int index, CancellationToken cancellation) => Desk.AsClerk.Get<AccountView>(
        $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}", cancellation);

    /// <summary>A clerk writes a note about an account.</summary>
    public Task WriteNote(int index, string kind, string text, CancellationToken cancellation) =>
        Desk.AsClerk.Send<AccountNote>(
            HttpMethod.Post, $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/notes",
            new NoteWish(kind, text), Ask.Fresh(), cancellation);

    /// <summary>What the register of a customer showed on a day.</summary>
    public async Task<ReadRow> ReadOn(int index, DateOnly on, CancellationToken cancellation)
    {
        var path = $"v1/service-points/{Of(index).ServicePointId}/reads";
        var days = $"?from={on:yyyy-MM-dd}&until={on.AddDays(1):yyyy-MM-dd}";
        return (await Desk.AsOperator.Get<ReadRow[]>(path + days, cancellation))[^1];
    }

    /// <summary>What an account owes.</summary>
    public async Task<long> Balance(int index, CancellationToken cancellation) =>
        (await Account(index, cancellation)).BalanceMinor;

    /// <summary>More money comes in than is owed: the receipt, of which that much is left.</summary>
    public async Task<string> Overpay(int index, long minor, string reference, CancellationToken cancellation)
    {
        var account = $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}";
        var owed = (await Desk.AsClerk.Get<AccountView>(account, cancellation)).BalanceMinor;
        return await Receive(index, owed + minor, reference, cancellation);
    }

    /// <summary>Runs a verb of the command line as the operator.</summary>
    public async Task<(int Code, string Output, string Errors)> Verb(
        string[] arguments, CancellationToken cancellation)
    {
        var key = await Host.MakeKey("otto-of-verbs", ["operator"], days: 1, cancellation);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CommandLine.Run(
            [.. arguments, "--url", Address.ToString(), "--key", key.Text],
            new Terminal(output, errors, isInteractive: false), cancellation);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Reads of meters that nobody knows come in, are refused, and somebody takes them.</summary>
    public async Task RefuseReadsOf(string owner, string name, int count, CancellationToken cancellation)
    {
        await RefuseReads(name, count, cancellation);
        var rows = await Desk.AsOperator.Rows<WorklistRow>("v1/worklist?kind=import-record&state=open", cancellation)
            .Where(row => row.Raw!.Contains(name, StringComparison.Ordinal)).ToListAsync(cancellation);
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            await Desk.AsOperator.Send<WorklistRow>(
                HttpMethod.Post, $"v1/worklist/{row.Id}/assign", new { owner }, Ask.Fresh(), cancellation);
        }
    }

    /// <summary>Reads of meters that nobody knows come in and are refused.</summary>
    public async Task RefuseReads(string name, int count, CancellationToken cancellation)
    {
        var path = Path.Combine(_folder.FullName, name + ".csv");
        string[] lines = [OddCustomers.ReadColumns, .. OddCustomers.ReadsOf(name, count)];
        await File.WriteAllLinesAsync(path, lines, cancellation);
        Assert.Equal(count, (await Desk.Import(path, null, cancellation)).RejectedCount);
    }

    /// <summary>Sums of the books of the legal entity by age, as the API tells them.</summary>
    public Task<AgeingView> Ageing(string day, CancellationToken cancellation) => Desk.AsSupervisor.Get<AgeingView>(
        $"v1/ledger/{DemoMarket.EntityId}/ageing?asOf={day}", cancellation);

    /// <summary>Gives a person of the console rights, as an administrator does through the API.</summary>
    public Task GiveRights(string personId, string[] roles, CancellationToken cancellation) =>
        GiveRights(personId, roles, [], cancellation);

    /// <summary>The same, in some legal entities only; none for all.</summary>
    public async Task GiveRights(
        string personId, string[] roles, string[] entities, CancellationToken cancellation)
    {
        var key = await Host.MakeKey("root", ["admin"], days: 1, cancellation);
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Text);
        var before = await client.GetAsync("v1/users/" + personId, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, "v1/users/" + personId);
        request.Content = JsonContent.Create(
            new { name = personId, roles, entities, isActive = true });
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("If-Match", before.Headers.ETag!.ToString());
        using var answer = await client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A legal entity of a test's own, without accounts.</summary>
    public Task AddEntity(string entityId, CancellationToken cancellation) => Desk.Put(
        new LegalEntityRecord(
            entityId, "Entity " + entityId, DemoMarket.Currency, "Australia/Sydney", "ABN 2", "2 Test Street", "INV"),
        DemoMarket.Begin(0), cancellation);

    /// <summary>The newest invoice of a customer.</summary>
    public async Task<string> LastInvoice(DemoAccount account, CancellationToken cancellation)
    {
        var path = $"v1/accounts/{DemoMarket.EntityId}/{account.AccountId}/invoices";
        return (await Desk.AsClerk.Rows<InvoiceRow>(path, cancellation).FirstAsync(cancellation)).InvoiceId;
    }

    /// <summary>The invoice of a customer for a month, from 0 for January.</summary>
    public async Task<string> InvoiceOf(int index, int month, CancellationToken cancellation)
    {
        var path = $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/invoices";
        return (await Desk.AsClerk.Rows<InvoiceRow>(path, cancellation)
            .FirstAsync(row => row.From == DemoMarket.Begin(month), cancellation)).InvoiceId;
    }

    /// <summary>What is due last of a customer.</summary>
    public async Task<OpenItemView> OpenItem(int index, CancellationToken cancellation)
    {
        var path = $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}";
        return (await Desk.AsClerk.Get<AccountView>(path, cancellation)).OpenItems.MaxBy(item => item.DueOn)!;
    }

    /// <summary>The run that billed February.</summary>
    public async Task<string> LastClosedRun(CancellationToken cancellation) =>
        (await Desk.AsOperator.Get<RunRow[]>("v1/bill-runs?cycleId=" + DemoMarket.CycleId, cancellation))
        .First(run => run.Stage == "closed" && run.Until == DemoMarket.Begin(2)).RunId;

    /// <summary>The operator saves a draft made from what is published.</summary>
    public async Task Draft(
        string tariffId, Func<TariffDocument, TariffDocument> change, CancellationToken cancellation)
    {
        var path = Paths.Tariff(tariffId, "/draft");
        var known = await Desk.AsOperator.Get<MasterView>(path, cancellation);
        await Desk.AsOperator.Send<MasterView>(
            HttpMethod.Put, path, change(known.Content.Tariff!), Ask.Fresh() with { Version = known.Version },
            cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string PaymentsOf(int index) => $"v1/accounts/{DemoMarket.EntityId}/{Of(index).AccountId}/payments";

    /// <summary>Money comes in and pays what it fits.</summary>
    public Task Pay(int index, long minor, CancellationToken cancellation) =>
        Receive(index, minor, null, cancellation);

    private async Task<string> Receive(int index, long minor, string? reference, CancellationToken cancellation)
    {
        var payment = new Payment(
            $"till-{index}-{minor}", "till", "wire", minor, DemoMarket.Currency, DemoMarket.Begin(2), reference);
        await Desk.AsClerk.Send<Receipt>(
            HttpMethod.Post, PaymentsOf(index), payment, Ask.Fresh(), cancellation);
        return payment.ReceiptId;
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

    // Five days in December: one is corrected by a second file, one estimated, and one never comes.
    private async Task ImportOddWeek(CancellationToken cancellation)
    {
        var meter = Of(Odd);
        string Day(int day, string value, string quality) =>
            $"300,202412{day},{string.Join(',', Enumerable.Repeat(value, 48))},{quality},,,20241220060000,\n";
        string File(string days) => $"100,NEM12,202412200600,DEMOMDP,DEMORET\n200,{meter.ServicePointId},E1,E1,E1,,"
            + $"{meter.MeterSerial},kWh,30,\n{days}900\n";
        var first = Day(10, "0.2", "A") + Day(11, "0.3", "A") + Day(12, "0.25", "E52") + Day(14, "0.2", "A");
        foreach (var (name, text) in new[] { ("odd.csv", File(first)), ("odd-again.csv", File(Day(11, "0.4", "A"))) })
        {
            var path = Path.Combine(_folder.FullName, name);
            await System.IO.File.WriteAllTextAsync(path, text, cancellation);
            await Desk.Import(path, null, cancellation);
        }
    }

    /// <summary>Where a meter that sends half hours stands.</summary>
    internal static ServicePointRecord PointOf(DemoAccount account) => new(
        account.ServicePointId, DemoMarket.EntityId,
        [
            new MeterRecord(account.MeterSerial, DemoMarket.Begin(-1), null, [],
                [new ChannelRecord(account.Channel, account.Unit, "import", 30, 600)]),
        ]);

    /// <summary>The file of contracts, in which one customer has a hostile name.</summary>
    private string Telling(string path)
    {
        var text = File.ReadAllText(path)
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
