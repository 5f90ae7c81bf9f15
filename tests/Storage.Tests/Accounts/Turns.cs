using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Storage.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>Turns of an account as a grain would hand them to the store.</summary>
internal static class Turns
{
    public static readonly LocalDate Day = new(2025, 1, 1);

    private static readonly Instant At = Instant.FromUtc(2025, 2, 1, 8, 0) + Duration.FromNanoseconds(123_456_700);

    /// <summary>An id nobody else uses: tests share a database.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>Somebody asks to lower an item by 60.00, above what he may do alone.</summary>
    public static AccountCommit Ask(LoadedAccount before, string itemId) => Commit(before,
    [
        new AccountEvent.ActionRequested(
            new MoneyAction.Adjusting(
                new AdjustItem("AD-1", itemId, 6000, AdjustmentKind.Goodwill, "courtesy", Day)),
            6000,
            Day,
            Day.PlusDays(14)),
    ]);

    public static AccountCommit Reject(LoadedAccount before) =>
        Commit(before, [new AccountEvent.ActionRejected("AD-1", "test", Day)]);

    /// <summary>The customer disputes a part of an item.</summary>
    public static AccountCommit Dispute(LoadedAccount before, string itemId) => Commit(before,
    [
        new AccountEvent.DisputeOpened("D-1", itemId, 2, 1000, "price", "ada", Day, Day.PlusDays(10), 0),
    ]);

    /// <summary>The customer was right in part, and gets it back.</summary>
    public static AccountCommit Credit(LoadedAccount before) => Commit(before,
    [
        new AccountEvent.DisputeDecided(
            "D-1", DisputeStage.PartlyUpheld, 600, "rating", Day.PlusDays(3), Day.PlusDays(13)),
        new AccountEvent.DisputeCredited(
            "D-1",
            [ItemShare.Of(before.State.OpenItems[0], new Money(600, before.State.Currency))],
            null,
            0,
            Day.PlusDays(3)),
    ]);

    /// <summary>The customer promises to pay, and is in a segment.</summary>
    public static AccountCommit Promise(LoadedAccount before) => Commit(before,
    [
        new AccountEvent.CollectionProfileChanged("", "residential", "", "US-IL", Day),
        new AccountEvent.CollectionBlockPlaced("B-1", BlockKind.LifeSupport, Day, Day, null),
        new AccountEvent.PromiseMade("P-1", 500, Day, Day.PlusDays(10), "customer", []),
    ]);

    /// <summary>The customer pays even instalments, and owes the first.</summary>
    public static AccountCommit Budget(LoadedAccount before) => Commit(before,
    [
        new AccountEvent.BudgetAgreed("B-1", BudgetKind.Level, 6000, Day, Day, 12, 0, Day),
        new AccountEvent.BudgetCharged("B-1", "budget.B-1.1", 6000, Day, Day.PlusDays(14)),
    ]);

    /// <summary>The account pays for others, on the first of each month.</summary>
    public static AccountCommit Collect(LoadedAccount before) => Decided(
        before, CollectiveStart.Decide(before.State, 1, Day));

    /// <summary>Another account pays its bills.</summary>
    public static AccountCommit Join(LoadedAccount before, string parentId) =>
        Commit(before, [new AccountEvent.ParentJoined(parentId, Day)]);

    /// <summary>The account takes bills of its children for its next collective bill.</summary>
    public static AccountCommit Take(LoadedAccount before, ImmutableArray<WaitingBill> page) => Decided(
        before, ChildBillTaking.Decide(before.State, page, before.State.Collective!.TakenCount, Day.PlusMonths(2)));

    /// <summary>The account gets its collective bill.</summary>
    public static AccountCommit BillCollective(LoadedAccount before) => Decided(
        before, CollectiveBilling.Decide(before.State, Day.PlusMonths(2)));

    private static AccountCommit Decided(LoadedAccount before, Decision<AccountEvent> decision) =>
        Commit(before, [.. decision.Events]);

    public static AccountCommit Reviewed(LoadedAccount before, LocalDate? nextOn) =>
        Commit(before, [new AccountEvent.CollectionReviewed(Day.PlusDays(40), nextOn, false)]);

    public static LoadedAccount Nothing(string key) => new(key, Account.None, 0, HashChain.Start);

    public static AccountCommit Open(string key, params AccountEvent[] more) => Commit(
        Nothing(key),
        [new AccountEvent.Opened(key.Split('/')[0], "C-1", "EUR", "monthly", 14, Day), .. more]);

    public static AccountCommit Charge(LoadedAccount before, params int[] amounts) =>
        Commit(before, [.. amounts.Select(minor => (AccountEvent)Added(minor))]);

    /// <summary>A bill of three lines and a tax, as the last of some events.</summary>
    public static AccountCommit Bill(LoadedAccount before, string? runId = null, int charges = 0)
    {
        var added = Enumerable.Range(1, charges).Select(i => (AccountEvent)Added(i)).ToArray();
        var accountId = before.Key.Split('/')[1];
        var id = string.Create(CultureInfo.InvariantCulture, $"{accountId}-{before.Version + charges + 1}");
        var month = (int)before.Version;
        var period = new Period(Day.PlusMonths(month), Day.PlusMonths(month + 1));
        var issued = Issued(id, runId, period);
        return Commit(before, [.. added, issued]) with { Invoice = Document(before, issued, accountId) };
    }

    public static AccountCommit End(LoadedAccount before, LocalDate until) => Commit(
        before, [new AccountEvent.ContractEnded("K", before.State.Contract("K")!.Until, until)]);

    public static AccountCommit WithCommandId(this AccountCommit commit, string commandId) =>
        commit with { Context = commit.Context with { CommandId = commandId } };

    /// <summary>A contract at a service point of its own, unless it is named.</summary>
    public static AccountEvent.ContractStarted Started(
        string contractId, string? servicePointId = null, LocalDate? from = null, LocalDate? until = null) =>
        new(contractId, servicePointId ?? "SP-" + NewId(), "home-tou", from ?? Day, until);

    private static AccountEvent.ChargeAdded Added(int minor) =>
        new("CH-" + NewId(), "Meter test", minor, "standard", Day);

    public static AccountCommit Commit(LoadedAccount before, ImmutableArray<AccountEvent> events) => new(
        before, new CommandContext("cmd-" + NewId(), new Actor(ActorKind.Job, "test"), "run", At),
        "hash", null, events);

    private static AccountEvent.InvoiceIssued Issued(string id, string? runId, Period period) => new(
        id,
        runId,
        period,
        period.Until,
        period.Until.PlusDays(14),
        6000,
        1140,
        [new RevenueShare("home-tou", 3000), new RevenueShare("home-base", 2000), new RevenueShare("charges", 1000)],
        [new TaxShare("VAT", 19m, 6000, 1140)],
        [new ContractBilled("CT-1", period, [new MeasuredUse("kWh", Direction.Import, 312.25m, 0m)], [])],
        []);

    private static Invoice Document(LoadedAccount before, AccountEvent.InvoiceIssued issued, string accountId)
    {
        var currency = before.State.Currency;
        var (net, tax) = (new Money(issued.NetMinor, currency), new Money(issued.TaxMinor, currency));
        return new Invoice(
            issued.InvoiceId,
            before.State.EntityId,
            accountId,
            before.State.CustomerId,
            "INV",
            issued.RunId,
            issued.Period,
            issued.IssuedOn,
            issued.DueOn,
            currency.Code,
            [Line("energy-peak", 3000), Line("energy-off-peak", 2000), Line("base", 1000)],
            [new TaxLine("VAT", "Value added tax", 19m, net, tax)],
            net,
            tax,
            net + tax);

        RatedLine Line(string code, long minor) => new(
            "CT-1",
            code,
            "Energy " + code,
            issued.Period,
            312.25m,
            "kWh",
            0.2931m,
            minor / 100m,
            new Money(minor, currency),
            null,
            "peak",
            "home-tou@3",
            "standard",
            new LineSource("intervals", "E1 2025-01-01..2025-02-01", "IMP-1"));
    }
}
