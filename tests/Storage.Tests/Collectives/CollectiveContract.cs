using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Tests.Verification;
using NodaTime;

namespace BillingActors.Storage.Tests.Collectives;

/// <summary>What bills of children promise on their way to a parent, whatever lies below.</summary>
public abstract class CollectiveContract(StoreSet stores) : StoreContract(stores)
{
    private const int FamilyCount = 10_000;
    private const int PageCount = 1_000;

    private static readonly LocalDate Through = new(2025, 12, 31);

    private string ParentId => Id + "-parent";

    private string ParentKey => Ledgers.Key(ParentId);

    [Fact]
    public async Task A_bill_waits_until_it_is_taken_and_is_on_one_collective_bill()
    {
        await Family(3);

        Assert.Equal(3, (await Waiting()).Length);
        Assert.Empty(await Stores.Collectives.Waiting(ParentKey, new LocalDate(2025, 1, 31), 10, Cancellation));
        var first = await Stores.Collectives.Waiting(ParentKey, Through, 2, Cancellation);
        Assert.Equal([ChildId(0), ChildId(1)], first.Select(bill => bill.Line.AccountId));
        Assert.All(first, bill => Assert.Equal(
            [new TaxShare("VAT", 19m, bill.Line.NetMinor, bill.Line.TaxMinor)], bill.Taxes));
        var parent = await Append(Turns.Take(await Parent(), first));
        Assert.Equal(ChildId(2), Assert.Single(await Waiting()).Line.AccountId);

        var billId = parent.State.Collective!.NextBillId;
        Assert.Equal(first.Select(bill => bill.Line), await Lines(billId, ("", 0), 10));
        Assert.Equal(first[1].Line, Assert.Single(await Lines(billId, (ChildId(0), first[0].Line.Version), 10)));
        Assert.Equal(
            [ChildId(1), ChildId(2)], await Stores.Collectives.Children(ParentKey, ChildId(0), 10, Cancellation));
    }

    [Fact]
    public async Task A_fee_and_interest_wait_with_id_and_amount_from_the_day_they_were_charged()
    {
        await Family(1);
        var child = await Stores.Accounts.Load(Ledgers.Key(ChildId(0)), Cancellation);
        var on = new LocalDate(2025, 2, 20);
        await Append(Ledgers.Commit(
            child,
            new AccountEvent.FeeCharged("fee.0", "reminder", 9_000, on.PlusDays(-40), on.PlusDays(-26), "L-1"),
            new AccountEvent.FeeCharged("fee.1", "reconnection", 2_500, on, on.PlusDays(14), "O-1")
            {
                ParentId = ParentId,
            },
            new AccountEvent.InterestCharged("interest-1", on, on.PlusDays(14), 365, [new("fee.0", "", [], 180)])
            {
                ParentId = ParentId,
            }));

        Assert.Single(await Stores.Collectives.Waiting(ParentKey, on.PlusDays(-1), 10, Cancellation));
        var (fee, interest) = ((await Waiting())[^2], (await Waiting())[^1]);
        Assert.Equal(
            new ChildBill(ChildId(0), child.Version + 2, "fee.1", 2_500, 0) { IsFee = true }, fee.Line);
        Assert.Empty(fee.Taxes);
        var parent = await Append(Turns.Take(await Parent(), await Waiting()));
        Assert.Equal(
            new ChildBill(ChildId(0), child.Version + 3, "interest-1", 180, 0) { IsFee = true }, interest.Line);
        Assert.Equal(
            [fee.Line, interest.Line],
            (await Lines(parent.State.Collective!.NextBillId, ("", 0), 10)).TakeLast(2));
    }

    [Fact]
    public async Task A_child_that_left_pays_itself_and_is_listed_no_more()
    {
        await Family(1);
        var child = await Stores.Accounts.Load(Ledgers.Key(ChildId(0)), Cancellation);

        await Append(Ledgers.Bill(await Append(Ledgers.Commit(
            child, new AccountEvent.ParentLeft(ParentId, new LocalDate(2025, 2, 2))))));

        Assert.Single(await Waiting());
        Assert.Empty(await Stores.Collectives.Children(ParentKey, "", 10, Cancellation));
    }

    [Fact]
    public async Task Ten_thousand_children_come_to_one_bill()
    {
        var watch = Stopwatch.StartNew();
        await Family(FamilyCount);
        var entered = watch.Elapsed;
        watch.Restart();
        var pages = 0;
        // The parent is read anew for each page, as after a restart.
        for (var page = await Page(); !page.IsEmpty; page = await Page(), pages++)
            await Append(Turns.Take(await Parent(), page));
        var parent = await Append(Turns.BillCollective(await Parent()));
        Report($"{FamilyCount} children opened, joined and billed in {entered.TotalSeconds:F1} s; "
            + $"taken in {pages} pages and billed in {watch.Elapsed.TotalSeconds:F1} s");

        var bill = Assert.Single(parent.State.Collective!.Bills);
        Assert.Equal((FamilyCount, FamilyCount * 5950L), (bill.LineCount, bill.NetMinor + bill.TaxMinor));
        Assert.Equal(FamilyCount * 5950L, parent.State.Balance.Minor);
        Assert.True(AccountEventJson.Write(parent.State).Length < 4_000, "the parent stays small");
        Assert.Equal(0, await Sql($"""
            select coalesce(sum(amount_minor), 0) from posting
            where ledger_account = 'bills-in-transit' and (account_key = '{ParentKey}' or account_key like 'E1/{Id}-c%')
            """));
        Assert.Equal(FamilyCount, await Sql(
            $"select count(*) from collective_line where parent_key = '{ParentKey}' and bill_id = '{bill.Id}'"));
    }

    private static void Report(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);

    private string ChildId(int index) => string.Create(CultureInfo.InvariantCulture, $"{Id}-c{index:D5}");

    private async Task Family(int count)
    {
        await Append(Ledgers.Open(ParentKey));
        await Append(Turns.Collect(await Parent()));
        foreach (var ids in Enumerable.Range(0, count).Select(ChildId).Chunk(PageCount))
        {
            var opened = await AppendAll([.. ids.Select(id => Ledgers.Open(Ledgers.Key(id)))]);
            var joined = await AppendAll([.. opened.Select(child => Turns.Join(child, ParentId))]);
            await AppendAll([.. joined.Select(child => Ledgers.Bill(child))]);
        }
    }

    private Task<LoadedAccount> Parent() => Stores.Accounts.Load(ParentKey, Cancellation);

    private Task<ImmutableArray<WaitingBill>> Waiting() =>
        Stores.Collectives.Waiting(ParentKey, Through, 10, Cancellation);

    private Task<ImmutableArray<WaitingBill>> Page() =>
        Stores.Collectives.Waiting(ParentKey, Through, ChildBillTaking.PageCountMax, Cancellation);

    private async Task<IEnumerable<ChildBill>> Lines(string billId, (string, long) after, int count) =>
        await Stores.Collectives.Lines(ParentKey, billId, after, count, Cancellation);

    private Task<LoadedAccount> Append(AccountCommit commit) => Stores.Accounts.Append(commit, Cancellation);

    private async Task<IEnumerable<LoadedAccount>> AppendAll(IReadOnlyList<AccountCommit> commits)
    {
        var outcome = await Stores.Accounts.AppendPage(commits, null, Cancellation);
        Assert.Empty(outcome.Lost);
        return outcome.Stored;
    }
}
