using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Closing;

/// <summary>What locks of the books promise, whatever database lies below them.</summary>
public abstract class PeriodStoreContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly YearMonth February = new(2025, 2);

    private static readonly LocalDate March = new(2025, 3, 1);

    private string Entity => "E" + Id;

    [Fact]
    public async Task An_entity_nobody_locked_has_no_history() =>
        Assert.Empty(await Stores.Periods.History(Entity, Cancellation));

    [Fact]
    public async Task A_late_document_keeps_its_date_and_is_booked_on_the_first_open_day()
    {
        var early = await Bill("A");
        await Lock(February, isHard: true);

        var late = await Bill("B");

        Assert.Equal(new LocalDate(2025, 2, 1), late.State.OpenItems[0].IssuedOn);
        Assert.Equal(0, await Booked("A", "2025-03-01"));
        Assert.Equal(0, await Booked("B", "2025-02-01"));
        Assert.Equal(5, await Booked("B", "2025-03-01"));
        Assert.Null(await BookedFrom(early.Key));
        Assert.Equal(March, await BookedFrom(late.Key));
        Assert.Null(await ((IChainVerifier)Stores.Accounts).Verify(late.Key, Cancellation));
        Assert.True((await Stores.Accounts.Load(late.Key, Cancellation)).Link.Span.SequenceEqual(late.Link.Span));
    }

    [Fact]
    public async Task A_soft_lock_lets_finance_in()
    {
        await Lock(February);

        await Bill("A");
        await Bill("B", passesSoftLock: true);

        Assert.Equal(5, await Booked("A", "2025-03-01"));
        Assert.Equal(5, await Booked("B", "2025-02-01"));
    }

    [Fact]
    public async Task A_reopened_month_takes_postings_again()
    {
        await Bill("A");
        await Lock(February, isHard: true);
        await Change("ask", "anna", (periods, by) => PeriodReopenRequest.Decide(periods, February, by));
        await Change("agree", "berta", (periods, by) => PeriodReopening.Decide(periods, February, by));

        await Bill("B");

        Assert.Equal(5, await Booked("B", "2025-02-01"));
        var history = await Stores.Periods.History(Entity, Cancellation);
        Assert.Equal([1L, 2L, 3L, 4L], history.Select(stored => stored.Version));
        Assert.Equal(("berta", "why not"), (history[^1].Context.Actor.Id, history[^1].Context.Reason));
    }

    [Fact]
    public async Task A_hard_lock_keeps_what_was_booked()
    {
        await Bill("A");
        await Bill("B");

        await Lock(February, isHard: true);

        var history = await Stores.Periods.History(Entity, Cancellation);
        var locked = Assert.IsType<PeriodEvent.HardLocked>(history[^1].Happened);
        Assert.Equal(
            [
                new("receivables", "EUR", 14280), new("revenue/charges", "EUR", -2000),
                new("revenue/home-base", "EUR", -4000), new("revenue/home-tou", "EUR", -6000),
                new LedgerTotal("tax/VAT", "EUR", -2280),
            ],
            locked.Totals.AsEnumerable());
    }

    [Fact]
    public async Task The_same_command_again_changes_nothing_and_another_content_is_refused()
    {
        var first = await Lock(February);

        var again = await Lock(February);
        var other = await Stores.Periods.Change(
            Entity, LockOf(February, false) with { RequestHash = "other" }, Cancellation);

        Assert.Equal((false, true), (first.IsReplay, again.IsReplay));
        Assert.Equal("id-reused", other.Refusal?.Code);
        Assert.Single(await Stores.Periods.History(Entity, Cancellation));
    }

    [Fact]
    public async Task A_refusal_stores_nothing()
    {
        var refused = await Stores.Periods.Change(Entity, LockOf(February, true), Cancellation);

        Assert.Equal(PeriodRefusals.SoftLockMissing, refused.Refusal);
        Assert.Empty(await Stores.Periods.History(Entity, Cancellation));
    }

    [Fact]
    public async Task Nothing_slips_into_a_month_while_it_is_being_locked()
    {
        await Lock(February);
        var bills = Enumerable.Range(0, 40).Select(i => Bill($"P{i}", passesSoftLock: true)).ToList();
        var locks = Task.Run(() => Stores.Periods.Change(Entity, LockOf(February, true), Cancellation), Cancellation);
        await Task.WhenAll([.. bills, locks]);

        var locked = (PeriodEvent.HardLocked)(await Stores.Periods.History(Entity, Cancellation))[^1].Happened;
        var inFebruary = await Sql($"""
            select coalesce(sum(amount_minor), 0) from posting
            where account_key like '{Entity}/%' and ledger_account = 'receivables' and booked_on < '2025-03-01'
            """);
        var inAll = await Sql($"""
            select sum(amount_minor) from posting
            where account_key like '{Entity}/%' and ledger_account = 'receivables'
            """);

        var receivables = locked.Totals.Where(total => total.LedgerAccount == "receivables");
        Assert.Equal(receivables.Sum(total => total.AmountMinor), inFebruary);
        Assert.Equal(40 * 7140, inAll);
    }

    private async Task<LoadedAccount> Bill(string accountId, bool passesSoftLock = false)
    {
        var opened = await Stores.Accounts.Append(
            Turns.Open($"{Entity}/{accountId}", Turns.Started("CT-1")) with { }, Cancellation);
        // A bill for the month of its version: with one event before it, it is dated the first of February.
        var bill = Turns.Bill(opened with { Version = 0 }) with { Before = opened };
        return await Stores.Accounts.Append(
            bill with { Context = bill.Context with { PassesSoftLock = passesSoftLock } }, Cancellation);
    }

    private Task<long> Booked(string accountId, string day) => Sql(
        $"select count(*) from posting where account_key = '{Entity}/{accountId}' and booked_on = '{day}'");

    private async Task<LocalDate?> BookedFrom(string key)
    {
        LocalDate? day = null;
        await foreach (var stored in Stores.Accounts.ReadEvents(key, 0, Cancellation))
            day = stored.Envelope.BookedFrom;
        return day;
    }

    private async Task<PeriodOutcome> Lock(YearMonth month, bool isHard = false)
    {
        var outcome = await Stores.Periods.Change(Entity, LockOf(month, false), Cancellation);
        return isHard ? await Stores.Periods.Change(Entity, LockOf(month, true), Cancellation) : outcome;
    }

    private static PeriodChange LockOf(YearMonth month, bool isHard)
    {
        var wanted = new LockPeriod(month, isHard, new LocalDate(2025, 4, 1));
        return new PeriodChange(
            Context($"lock-{month}-{isHard}", "anna"), $"{wanted}", periods => PeriodLock.Decide(periods, wanted));
    }

    private async Task Change(
        string command, string who, Func<AccountingPeriods, CommandContext, Decision<PeriodEvent>> decide)
    {
        var context = Context("command-" + command, who);
        var change = new PeriodChange(context, command, periods => decide(periods, context));
        Assert.Null((await Stores.Periods.Change(Entity, change, Cancellation)).Refusal);
    }

    private static CommandContext Context(string commandId, string who) =>
        new(commandId, new Actor(ActorKind.Person, who), "api", Instant.FromDateTimeOffset(At), "why not");
}
