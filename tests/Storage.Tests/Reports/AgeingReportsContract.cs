using System.Collections.Immutable;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What the ageing over rows promises.</summary>
public abstract class AgeingReportsContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly DateOnly On = new(2025, 6, 30);

    private string Entity => "E" + Id;

    private EntityScope Mine => new([Entity]);

    [Fact]
    public async Task Open_items_fall_into_buckets_and_accounts_sum_to_their_cell()
    {
        await Open("A", (500, On, On.AddDays(-40)), (30, On.AddDays(-30), On), (70, On.AddDays(-31), On));
        await Open("B", (-20, On, On), (9, On.AddDays(-121), On), (4, On.AddDays(-30), On));
        await Receive("B", 15);
        await Dispute("A", "I1", 10);

        var cells = await Stores.Ageing.Cells(Mine, new(On, false, AgeingGroup.Cycle), Cancellation);

        Same(
            [
                "monthly/EUR/NotDue=500/0/1", "monthly/EUR/Days1To30=34/10/2", "monthly/EUR/Days31To60=70/0/1",
                "monthly/EUR/Over120=9/0/1", "monthly/EUR/Credits=-20/0/1", "monthly/EUR/Unapplied=-15/0/1",
            ],
            cells.Select(cell => $"{cell.Group}/{cell.Currency}/{cell.Bucket}={cell.AmountMinor}/"
                + $"{cell.DisputedMinor}/{cell.AccountCount}"));
        foreach (var cell in cells)
            await AssertSums(cell);
        var all = await Lines(new AgeingPlace("monthly", "EUR", null), "", 9);
        Assert.Equal(cells.Sum(cell => cell.AmountMinor), all.Sum(line => line.AmountMinor));
        var behind = await Lines(new AgeingPlace("monthly", "EUR", null), Entity + "/A", 9);
        Same(["B"], behind.Select(one => one.AccountId));
        Same(["B"], (await Last(1)).Select(one => one.AccountId));
        Same(["A", "B"], (await Last(9)).Select(one => one.AccountId));
    }

    [Fact]
    public async Task Ages_count_from_the_document_and_rows_are_what_one_asks_for()
    {
        await Open("A", (500, On, On.AddDays(-40)));

        var cell = Assert.Single(await Stores.Ageing.Cells(Mine, new(On, true, AgeingGroup.Entity), Cancellation));

        Assert.Equal((Entity, AgeingBucket.Days31To60), (cell.Group, cell.Bucket));
        cell = Assert.Single(await Stores.Ageing.Cells(Mine, new(On, false, AgeingGroup.Segment), Cancellation));
        Assert.Equal(("", AgeingBucket.NotDue), (cell.Group, cell.Bucket));
        Assert.Empty(await Stores.Ageing.Cells(
            new EntityScope(["other"]), new(On, false, AgeingGroup.Entity), Cancellation));
    }

    private async Task AssertSums(AgeingCell cell)
    {
        var lines = await Lines(new AgeingPlace(cell.Group, cell.Currency, cell.Bucket), "", 9);
        Assert.Equal(
            (cell.AmountMinor, cell.DisputedMinor, cell.AccountCount),
            (lines.Sum(line => line.AmountMinor), lines.Sum(line => line.DisputedMinor), lines.Count));
    }

    private async Task<List<AgeingLine>> Lines(AgeingPlace place, string after, int countMax) =>
    [
        .. await Stores.Ageing.Lines(
            Mine, new(On, false, AgeingGroup.Cycle), place, new AgeingSlice(after, countMax), Cancellation),
    ];

    private Task<ImmutableArray<AgeingLine>> Last(int countMax) => Stores.Ageing.Lines(
        Mine, new(On, false, AgeingGroup.Cycle), new AgeingPlace("monthly", "EUR", null),
        new AgeingSlice("", countMax) { IsLast = true }, Cancellation);

    private async Task Open(string account, params (long Minor, DateOnly DueOn, DateOnly IssuedOn)[] items)
    {
        var key = $"{Entity}/{account}";
        await Stores.Accounts.Append(Turns.Open(key), Cancellation);
        for (var i = 0; i < items.Length; i++)
        {
            var (minor, due, issued) = items[i];
            await Sql("insert into open_item(account_key, item_id, original_minor, open_minor, issued_on, due_on) "
                + $"values ('{key}', 'I{i}', {minor}, {minor}, '{issued:yyyy-MM-dd}', '{due:yyyy-MM-dd}')");
        }
    }

    private Task Receive(string account, long unapplied) => Sql(
        "insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor, "
        + "refunded_minor, value_on, booked_on, is_on_account) "
        + $"values ('{Entity}/{account}', 'R', 's', 'cash', 'booked', 100, {unapplied}, 0, '2025-06-01', "
        + $"'2025-06-01', {False})");

    private Task Dispute(string account, string item, long minor) => Sql(
        "insert into dispute(amount_minor, credit_minor, opened_on, due_on, account_key, dispute_id, item_id, reason, "
        + "owner, stage) "
        + $"values ({minor}, 0, '2025-06-01', '2025-07-01', '{Entity}/{account}', 'D', '{item}', 'price', 'ada', "
        + "'open')");

    /// <summary>How the database says no.</summary>
    protected abstract string False { get; }
}
