using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Mediation;
using BillingActors.Domain.Metering;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Imports;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Tests.BillRuns;
using BillingActors.Storage.Tests.Charging;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Webhooks;
using NodaTime;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>Fills a database through its stores with something of everything, as the product would.</summary>
internal sealed class CleanBooks(VerifiedDatabase database, CancellationToken cancellation)
{
    public const string Run = "R-1";
    public const string RunUnderWay = "R-2";
    public const string Import = "I-1";
    public const string ImportUnderWay = "I-2";

    private static readonly DateTimeOffset At = new(2025, 2, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly RunEvent Planned = new RunEvent.Planned(
        "E1", "monthly", Runs.Month, [], [new RunPartition(0, "", "")], 1, false);

    /// <summary>
    /// A1 and A2 are billed by a run and once more; A3 has a snapshot; A4 has only a charge; A5 is billed for a month
    /// that is locked; C7 is on a budget plan; C8 pays for C1.
    /// </summary>
    public async Task Fill()
    {
        await FillAudit();
        await FillRun();
        await Append(Ledgers.Bill(await Load("A1")));
        await Append(Ledgers.Bill(await Load("A2")));
        await Append(Ledgers.Open(Ledgers.Key("A3")));
        for (var i = 1; i <= 20; i++)
            await Append(Ledgers.Charge(await Load("A3"), i));
        await Append(Ledgers.Bill(await Load("A3")));
        var owing = await Load("A3");
        await Append(Accounts.Turns.Ask(owing, owing.State.OpenItems[0].Id));
        var billed = await Load("A1");
        await Append(Accounts.Turns.Dispute(billed, billed.State.OpenItems[0].Id));
        await Append(Accounts.Turns.Credit(await Load("A1")));
        await Append(Accounts.Turns.Promise(await Load("A1")));
        await Append(Ledgers.Open(Ledgers.Key("A4")));
        await Append(Ledgers.Charge(await Load("A4"), 7));
        await Append(Ledgers.Open(Ledgers.Key("C7")));
        await Append(Accounts.Turns.Budget(await Load("C7")));
        await FillFamily();
        await FillCash();
        await FillTransfers();
        await FillCorrections();
        await Append(Ledgers.Open(Ledgers.Key("B2")));
        await Append(Ledgers.Deposit(await Load("B2")));
        await FillUsage();
        await FillImports();
        await FillCalls();
        await FillMaster();
        await FillPeriods();
        await FillWebhooks();
        await FillDeliveries();
        await FillNotes();
    }

    /// <summary>Sealed before there are accounts: what is changed in them later is not the seal's concern.</summary>
    private async Task FillAudit()
    {
        foreach (var key in (string[])["K-1", "K-2", "K-3"])
        {
            await database.Stores.Audit.Append(
                new AuditEntry(At, "ada", "cli", "key-made", new AuditSubject("key", key), "request-" + key),
                cancellation);
        }
        Assert.NotNull(await database.Stores.Seals.Seal(new SealRequest(At, "ada", "cli", "seal-1"), cancellation));
    }

    private async Task FillUsage()
    {
        await Append(Ledgers.Open(Ledgers.Key("U1")));
        var before = await Load("U1");
        var outcome = UsageRating.Decide(
            before.State, new UsageBatch([CallTariff.Call("1", 60m)]), CallTariff.Of("home-tou"));
        await Append(Accounts.Turns.Commit(before, outcome.Decision.Events) with
        {
            Usage = await database.Stores.UsageEnvelopes.Seal(before.Key, before.Version, outcome, cancellation),
        });
    }

    /// <summary>A long call that waits for its rest.</summary>
    private Task FillCalls() => database.Stores.HeldCalls.Hold(
        Import,
        [
            new HeldPart(
                new CallEntry("E1/A1", new UsageEntry("msc", "L-1", At, Call: new CallUse(60m, "49170", "4930")), 3, 1),
                new CallPart(1, false, Instant.FromDateTimeOffset(At), 60m, "rest")),
        ],
        At,
        cancellation);

    public Task<LoadedAccount> Load(string accountId) =>
        database.Stores.Accounts.Load(Ledgers.Key(accountId), cancellation);

    public async Task Append(AccountCommit commit) =>
        Assert.Empty((await database.Stores.Accounts.AppendPage([commit], null, cancellation)).Lost);

    /// <summary>A whole run over accounts, from plan to close; they are opened for it.</summary>
    public async Task BillRun(string runId, params string[] accountIds)
    {
        var runs = database.Stores.Runs;
        await Turn(runId, 0, Planned);
        var accounts = await database.Stores.Accounts.LoadMany([.. accountIds.Select(Ledgers.Key)], cancellation);
        BillDraft[] drafts = [.. accounts.Select(account => Draft(runId, account))];
        await runs.WriteDrafts(runId, drafts, new PageCheckpoint(runId, 0, "calculate", "", true), cancellation);
        var counts = await runs.CountDrafts(runId, cancellation);
        await Turn(runId, 1, new RunEvent.Calculated(counts), new RunEvent.Reconciled(counts));
        await Turn(runId, 3, new RunEvent.Approved(counts), new RunEvent.ReleaseStarted(new LocalDate(2025, 2, 3)));
        await database.Stores.Accounts.AppendPage(
            [.. accounts.Select(account => Ledgers.Bill(account, runId))],
            new PageCheckpoint(runId, 0, "release", "", true),
            cancellation);
        counts = await runs.CountDrafts(runId, cancellation);
        await Turn(runId, 5, new RunEvent.Released(counts), new RunEvent.Closed(counts));
    }

    /// <summary>A file of days, one of them rejected, in two batches; the second is worked off or not.</summary>
    public async Task File(string importId, string servicePointId, bool isWorkedOff)
    {
        var imports = database.Stores.Imports;
        await imports.Begin(Files.Header(importId, At), cancellation);
        await imports.Stage(new StagedBatch(importId, 0, Files.Items(3)), cancellation);
        await imports.Stage(new StagedBatch(importId, 1, Files.Items(2)), cancellation);
        await imports.Accept(importId, "ab", 5, cancellation);
        var first = Files.Worked(importId, 0, Day(0, 7), Day(1, 7)) with
        {
            Rejected = [new RejectedRecord(Files.Item(3), new RecordProblem(3, "value", "not-a-number", "'x'"))],
        };
        await imports.Complete(first, cancellation);
        if (!isWorkedOff)
            return;
        var read = new ReadRecord([Files.ReadOf(servicePointId, 1, importId, 100)]);
        await imports.Complete(Files.Worked(importId, 1, read) with { Days = [Day(0, 8)] }, cancellation);

        IntervalDay Day(int day, long value) => Files.DayOf(servicePointId, day, importId, value);
    }

    public Task Customer(string id, long version, string name) => database.MasterData.Append(
        [new MasterChange(Record(MasterKind.Customer, id, version, name), [new SearchTerm("name", name)])],
        cancellation);

    private async Task FillFamily()
    {
        await Append(Ledgers.Open(Ledgers.Key("C8")));
        await Append(Accounts.Turns.Collect(await Load("C8")));
        await Append(Ledgers.Open(Ledgers.Key("C1")));
        await Append(Accounts.Turns.Join(await Load("C1"), "C8"));
        await Append(Ledgers.Bill(await Load("C1")));
        var waiting = await database.Stores.Collectives.Waiting(
            Ledgers.Key("C8"), new LocalDate(2025, 12, 31), 10, cancellation);
        await Append(Accounts.Turns.Take(await Load("C8"), waiting));
        await Append(Accounts.Turns.BillCollective(await Load("C8")));
        await Append(Ledgers.Bill(await Load("C1")));
    }

    /// <summary>A6 has money left of R-1, wants R-2 kept, and gets R-3 back; S-1 waits, S-2 was moved to it.</summary>
    private async Task FillCash()
    {
        await Append(Ledgers.Open(Ledgers.Key("A6")));
        await Append(Ledgers.Receive(await Load("A6"), Ledgers.CashOf("R-1", 500)));
        await Append(Ledgers.Receive(await Load("A6"), Ledgers.CashOf("R-2", 400) with { IsOnAccount = true }));
        await Append(Ledgers.Receive(await Load("A6"), Ledgers.CashOf("R-3", 300)));
        await Append(Ledgers.Refund(await Load("A6"), "R-3", 300));
        var cash = database.Stores.UnidentifiedCash;
        await cash.Add([Ledgers.Unidentified("S-1", 700), Ledgers.Unidentified("S-2", 200)], cancellation);
        Assert.True(await cash.Claim("E1", "S-2", "A6", cancellation));
        await Append(Ledgers.Receive(await Load("A6"), Ledgers.CashOf("S-2", 200) with { SuspenseId = "S-2" }));
        await cash.Complete("E1", "S-2", "ada", cancellation);
    }

    /// <summary>A7 has sent its bill and 500 to A8, where they are, and 300 more, of which nobody knows yet.</summary>
    private async Task FillTransfers()
    {
        await Append(Ledgers.Open(Ledgers.Key("A8")));
        await Append(Ledgers.Open(Ledgers.Key("A7")));
        await Append(Ledgers.Bill(await Load("A7")));
        await Append(Ledgers.Receive(await Load("A7"), Ledgers.CashOf("R-7", 500) with { IsOnAccount = true }));
        await Append(Ledgers.Send(await Load("A7"), "T-1", "A8"));
        await Append(Ledgers.TakeIn(await Load("A8"), await Load("A7"), "T-1"));
        await Append(Ledgers.Settle(await Load("A7"), "T-1", null));
        await Append(Ledgers.Receive(await Load("A7"), Ledgers.CashOf("R-8", 300)));
        await Append(Ledgers.Send(await Load("A7"), "T-2", "A8"));
    }

    /// <summary>B1 has a month credited in part, and the next one cancelled and billed again.</summary>
    private async Task FillCorrections()
    {
        await Append(Ledgers.Open(Ledgers.Key("B1")));
        await Append(Ledgers.Charge(await Load("B1"), 700));
        await Append(Ledgers.Bill(await Load("B1")));
        await Append(Corrections.Credit(await Load("B1"), await LastInvoice("B1"), "M-1"));
        var past = await Load("B1");
        await Append(Ledgers.Bill(past));
        await Append(Corrections.Cancel(await Load("B1"), past.State, await LastInvoice("B1")));
        await Append(Ledgers.Bill(await Load("B1")));
    }

    public async Task<Invoice> LastInvoice(string accountId)
    {
        var last = (await Load(accountId)).State.OpenItems[^1].Id;
        return (await database.Stores.Accounts.ReadInvoice(Ledgers.Key(accountId), last, cancellation))!;
    }

    private async Task FillRun()
    {
        await Append(Ledgers.Open(Ledgers.Key("A1")));
        await Append(Ledgers.Open(Ledgers.Key("A2")));
        await Append(Ledgers.Charge(await Load("A1"), 500));
        await BillRun(Run, "A1", "A2");
        await Turn(RunUnderWay, 0, Planned);
    }

    private async Task FillPeriods()
    {
        var february = new YearMonth(2025, 2);
        foreach (var isHard in new[] { false, true })
        {
            var wanted = new LockPeriod(february, isHard, new LocalDate(2025, 4, 1));
            await database.Stores.Periods.Change(
                "E1",
                new PeriodChange(Runs.Context(), $"{wanted}", periods => PeriodLock.Decide(periods, wanted)),
                cancellation);
        }
        await Append(Ledgers.Open(Ledgers.Key("A5")));
        await Append(Ledgers.Bill(await Load("A5")));
    }

    private async Task FillImports()
    {
        await File(Import, "SP-1", isWorkedOff: true);
        await File(ImportUnderWay, "SP-2", isWorkedOff: false);
        var imports = database.Stores.Imports;
        await imports.Begin(Files.Header("I-3", At), cancellation);
        await imports.Stage(new StagedBatch("I-3", 0, Files.Items(1)), cancellation);
        await imports.Refuse("I-3", "cd", [new RecordProblem(1, "a", "b", "c")], cancellation);
        var rejected = await database.Sql("select max(id) from worklist where import_id = 'I-2'");
        var again = Files.Worked(ImportUnderWay, 0, Files.DayOf("SP-2", 5, ImportUnderWay));
        Assert.True(await imports.CompleteRedrive(rejected, again, "ada", cancellation));
    }

    private async Task FillMaster()
    {
        await database.MasterData.Append(
            [new MasterChange(Record(MasterKind.Tariff, "home-tou", 1, "{}"), [])], cancellation);
        await Customer("C-1", 1, "Berta Before");
        await Customer("C-1", 2, "Berta After");
    }

    /// <summary>An endpoint changes over to another secret, and waits to be told of W1.</summary>
    private async Task FillWebhooks()
    {
        var (_, before) = await database.Stores.WebhookSecrets.New("E1", "WH-1", cancellation);
        var (_, secret) = await database.Stores.WebhookSecrets.New("E1", "WH-1", cancellation);
        var view = new Webhook(
            "WH-1", "E1", "https://hooks.example.org/in", "tests", ["account.opened"], true, null, 1, At, "ada", At,
            null, At.AddDays(1));
        var noted = new AuditEntry(At, "ada", "cli", "webhook-made", new AuditSubject("webhook", "WH-1"), "webhook-1");
        await database.Stores.Webhooks.Add(new StoredWebhook(view, secret, before), noted, cancellation);
        await Append(Ledgers.Open(Ledgers.Key("W1")));
        // Who asked less than a second ago who listens does not write it; once more makes no second delivery.
        await database.Sql("""
            insert into webhook_flush(body) values ('[{"Key":"E1/W1","Version":1,"Type":"account.opened"}]')
            """);
        Assert.True(await database.Stores.WebhookOutbox.Spread(At, cancellation));
    }

    /// <summary>The bill of A3 is to be sent to C-1.</summary>
    private async Task FillDeliveries()
    {
        var bill = (await database.Stores.Reports.InvoicesOf(Ledgers.Key("A3"), 0, 1, cancellation))[0];
        var noted = new AuditEntry(
            At, "ada", "api", "delivery-asked", new AuditSubject("invoice", bill.InvoiceId), "delivery-1");
        var delivery = new DocumentDelivery(
            "DEL-1", "E1", "A3", "C-1", bill.InvoiceId, bill.Number, DocumentDelivery.Email,
            DocumentDelivery.ToCustomer, "berta@example.com", "DEL-1@example.org", At, "ada", null,
            DocumentDelivery.Queued);
        Assert.Equal(DeliveryAdding.Added, await database.Stores.Deliveries.Add(delivery, noted, cancellation));
    }

    /// <summary>Somebody called because of the bill of A3.</summary>
    private async Task FillNotes()
    {
        var bill = (await database.Stores.Reports.InvoicesOf(Ledgers.Key("A3"), 0, 1, cancellation))[0];
        var called = new AccountNote(
            "NOTE-1", "E1", "A3", "C-1", NoteKind.Phone, "Berta says the meter was read twice", At, "ada", true,
            AccountNote.AboutInvoice, bill.InvoiceId, bill.Number);
        var noted = new AuditEntry(
            At, "ada", "api", "note-written", new AuditSubject("note", "NOTE-1", "E1", "A3"), "note-1");
        Assert.Equal(NoteOutcome.Done, await database.Stores.Notes.Add(called, noted, cancellation));
    }

    private static BillDraft Draft(string runId, LoadedAccount account) => new(
        runId, account.Key, account.Version, 1, "ab", DraftOutcome.Calculated, [], Ledgers.Plan(account.State));

    private static MasterRecord Record(MasterKind kind, string id, long version, string text) => new(
        kind, id, "E1", version, new LocalDate(2025, 1, 1), Encoding.UTF8.GetBytes(text), Runs.Context());

    private Task Turn(string runId, long version, params ImmutableArray<RunEvent> events) =>
        database.Stores.Runs.Append(runId, version, events, Runs.Context(), cancellation);
}
