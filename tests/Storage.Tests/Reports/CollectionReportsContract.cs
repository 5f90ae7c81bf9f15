using BillingActors.Domain.Accounts;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What lists of disputes and collection promise, and what the due work of accounts does.</summary>
public abstract class CollectionReportsContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly DisputeFilter Any = new();

    private string Entity => "E" + Id;

    private string Key => $"{Entity}/A.{Id}";

    private EntityScope Mine => new([Entity]);

    [Fact]
    public async Task A_dispute_is_listed_until_it_is_decided_and_counted_after()
    {
        var disputed = await Disputed();

        var open = Assert.Single(await Disputes(new DisputeFilter("undecided", "ada", "price")));
        Assert.Equal(
            ("D-1", 2, "open", 1000L, 0L),
            (open.DisputeId, open.LineNumber, open.Stage, open.AmountMinor, open.CreditMinor));
        Assert.Empty(await Disputes(new DisputeFilter(Owner: "ben")));
        await Stores.Accounts.Append(Turns.Credit(disputed), Cancellation);

        Assert.Empty(await Disputes(new DisputeFilter("undecided")));
        var decided = Assert.Single(await Disputes(new DisputeFilter("partly-upheld")));
        Assert.Equal(("partly-upheld", "rating", 600L), (decided.Outcome, decided.RootCause, decided.CreditMinor));
        var year = (From: new DateOnly(2025, 1, 1), Until: new DateOnly(2026, 1, 1));
        var sum = Assert.Single(
            await Stores.Collections.DisputeStatistics(Mine, year.From, year.Until, Cancellation));
        Assert.Equal(("price", "rating", 1L, 1000L, 600L, 0L),
            (sum.Reason, sum.RootCause, sum.Count, sum.AmountMinor, sum.CreditMinor, sum.EscalatedCount));
        Assert.Empty(await Stores.Collections.DisputeStatistics(
            new EntityScope(["other"]), year.From, year.Until, Cancellation));
    }

    [Fact]
    public async Task Disputes_of_two_currencies_are_two_sums()
    {
        await Disputed();
        var opening = Turns.Open(Key + ".USD");
        var opened = (AccountEvent.Opened)opening.Events[0] with { Currency = "USD" };
        var dollars = await Stores.Accounts.Append(
            Turns.Bill(await Stores.Accounts.Append(opening with { Events = [opened] }, Cancellation)), Cancellation);
        await Stores.Accounts.Append(Turns.Dispute(dollars, dollars.State.OpenItems[0].Id), Cancellation);

        var sums = await Stores.Collections.DisputeStatistics(
            Mine, new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), Cancellation);

        Assert.Equal([("EUR", 1000L), ("USD", 1000L)], sums.Select(sum => (sum.Currency, sum.AmountMinor)));
    }

    [Fact]
    public async Task Disputes_are_cut_by_account_and_id()
    {
        await Disputed();

        Assert.Empty(await Stores.Collections.Disputes(Mine, Any, (Key, "D-1"), 10, Cancellation));
        Assert.Single(await Stores.Collections.Disputes(Mine, Any, (Key, "D-0"), 10, Cancellation));
        Assert.Empty(await Stores.Collections.Disputes(new EntityScope(["other"]), Any, ("", ""), 10, Cancellation));
    }

    [Fact]
    public async Task A_promise_and_a_block_are_in_the_worklist()
    {
        await Stores.Accounts.Append(Turns.Promise(await Billed()), Cancellation);

        var row = Assert.Single(await Stores.Collections.Collections(Mine, 0, "", 10, Cancellation));
        Assert.Equal(
            ("residential", "US-IL", "life-support", 500L, ""),
            (row.Segment, row.Jurisdiction, row.Blocks, row.PromiseMinor!.Value, row.Supply));
        Assert.Equal(row, Assert.Single(await Stores.Collections.LastCollections(Mine, 0, 10, Cancellation)));
        Assert.Empty(await Stores.Collections.LastCollections(Mine, 1, 10, Cancellation));
        Assert.Empty(await Stores.Collections.LastCollections(Mine, 0, 0, Cancellation));
        Assert.Empty(await Stores.Collections.Collections(Mine, 1, "", 10, Cancellation));
        Assert.Empty(await Stores.Collections.Collections(Mine, 0, Key, 10, Cancellation));
    }

    [Fact]
    public async Task An_account_that_owes_is_looked_at_the_day_after_it_is_due_and_moves_on()
    {
        var billed = await Billed();
        var day = billed.State.ReviewOn!.Value.ToDateOnly();

        Assert.Equal([Key], await Stores.Collections.Overdue(Mine, day, "", 10, Cancellation));
        Assert.Empty(await Stores.Collections.Overdue(Mine, day.AddDays(-1), "", 10, Cancellation));
        Assert.Equal(1, await Due(day));
        Assert.Equal(0, await Due(day.AddDays(-1)));
        var later = await Stores.Accounts.Append(Turns.Reviewed(billed, Turns.Day.PlusDays(90)), Cancellation);
        Assert.Equal(0, await Due(day));
        await Stores.Accounts.Append(Turns.Reviewed(later, null), Cancellation);
        Assert.Equal(0, await Sql($"select count(*) from due_work where key = '{Key}'"));
    }

    private async Task<LoadedAccount> Billed()
    {
        var opened = await Stores.Accounts.Append(Turns.Open(Key), Cancellation);
        return await Stores.Accounts.Append(Turns.Bill(opened), Cancellation);
    }

    private async Task<LoadedAccount> Disputed()
    {
        var billed = await Billed();
        return await Stores.Accounts.Append(Turns.Dispute(billed, billed.State.OpenItems[0].Id), Cancellation);
    }

    private async Task<IReadOnlyList<Grains.Interfaces.Disputes.DisputeRow>> Disputes(DisputeFilter filter) =>
        await Stores.Collections.Disputes(Mine, filter, ("", ""), 10, Cancellation);

    private async Task<int> Due(DateOnly day)
    {
        var noon = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var due = await Stores.DueWork.Due(0, 1, noon, 10_000, Cancellation);
        return due.Count(item => item.Kind == "collection" && item.Key == Key);
    }
}
