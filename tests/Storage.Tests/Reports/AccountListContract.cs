using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What the list of all accounts promises.</summary>
public abstract class AccountListContract(StoreSet stores) : StoreContract(stores)
{
    /// <summary>Accounts of a crowd: 20,000, or as many as BILLING_CROWD says.</summary>
    private static long Crowd { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("BILLING_CROWD"), NumberStyles.None, CultureInfo.InvariantCulture,
        out var count) ? count : 20_000;

    private string Entity => "E" + Id;

    private EntityScope Mine => new([Entity]);

    [Fact]
    public async Task A_list_is_counted_and_looked_into_anywhere()
    {
        await Open("P0", "P1", "P2", "P3", "P4");

        Assert.Equal(5, await Stores.AccountList.Count(Mine, new AccountFilter(), Cancellation));
        Same(["P2", "P3"], await Read(new AccountFilter(), new AccountSlice(2, 2)));
        Same(["P4", "P3"], await Read(new AccountFilter(), new AccountSlice(0, 2, IsDescending: true)));
        Same(["P3", "P4"], await Read(new AccountFilter(), new AccountSlice(0, 9, After: Place("P2"))));
        Same(["P4"], await Read(new AccountFilter(), new AccountSlice(1, 9, After: Place("P2"))));
        Same(["P1", "P0"], await Read(
            new AccountFilter(), new AccountSlice(0, 9, IsDescending: true, After: Place("P2"))));
        Same([], await Read(new AccountFilter(), new AccountSlice(5, 2)));
    }

    [Fact]
    public async Task A_text_is_how_an_account_begins_or_a_customer()
    {
        await Open("P10", "P1", "Q1");

        Same(["P1", "P10"], await Read(new AccountFilter(" P1 "), new AccountSlice(0, 9)));
        Assert.Equal(2, await Stores.AccountList.Count(Mine, new AccountFilter("P1"), Cancellation));
        Same([], await Read(new AccountFilter("1"), new AccountSlice(0, 9)));
        Same(["P1", "P10", "Q1"], await Read(new AccountFilter("C-1"), new AccountSlice(0, 9)));
        Same(["P1", "P10", "Q1"], await Read(new AccountFilter("name-of-C-1"), new AccountSlice(0, 9)));
        Same([], await Read(new AccountFilter("name-of-C-1", FindsCustomers: false), new AccountSlice(0, 9)));
        Same([], await Read(new AccountFilter("P%"), new AccountSlice(0, 9)));
    }

    [Fact]
    public async Task Filters_and_orders_hold_together()
    {
        await Open("P0", "P1", "P2");
        await Sql($"update account set balance_minor = 500, cycle_id = 'b' where account_key = '{Entity}/P0'");
        await Sql(
            $"update account set balance_minor = -1, status = 2, cycle_id = 'a' where account_key = '{Entity}/P2'");

        Same(["P2", "P1", "P0"], await Read(new AccountFilter(), new AccountSlice(0, 9, AccountOrder.Balance)));
        Same(["P0", "P1"], await Read(
            new AccountFilter(Status: "open"), new AccountSlice(0, 9, AccountOrder.Balance, IsDescending: true)));
        Same(["P2", "P0", "P1"], await Read(new AccountFilter(), new AccountSlice(0, 9, AccountOrder.Cycle)));
        Same(["P2"], await Read(new AccountFilter(Status: "closed"), new AccountSlice(0, 9)));
        Same(["P0"], await Read(new AccountFilter(CycleId: "b"), new AccountSlice(0, 9)));
        Assert.Equal(0, await Stores.AccountList.Count(
            new EntityScope(["other"]), new AccountFilter(), Cancellation));
    }

    [Theory]
    [InlineData(AccountOrder.Key)]
    [InlineData(AccountOrder.Balance)]
    [InlineData(AccountOrder.Cycle)]
    public async Task From_any_row_one_goes_on_either_way_as_if_one_had_begun_at_an_end(AccountOrder order)
    {
        await Open("P0", "P1", "P2", "P3", "P4", "P5", "P6");
        await Sql($"update account set balance_minor = 7 where account_key in ('{Entity}/P1', '{Entity}/P5')");
        await Sql($"update account set cycle_id = 'b' where account_key in ('{Entity}/P0', '{Entity}/P3')");
        foreach (var isDescending in (bool[])[false, true])
        {
            var whole = await Stores.AccountList.Read(
                Mine, new AccountFilter(), new AccountSlice(0, 9, order, isDescending), Cancellation);
            Assert.Equal(7, whole.Length);
            for (var at = 0; at < whole.Length; at++)
            {
                var after = AccountPlace.Of(whole[at]);
                Same(
                    whole.Skip(at + 2).Select(row => row.AccountId),
                    await Read(new AccountFilter(), new AccountSlice(1, 9, order, isDescending, after)));
                Same(
                    whole.Take(at).Reverse().Select(row => row.AccountId),
                    await Read(new AccountFilter(), new AccountSlice(0, 9, order, !isDescending, after)));
            }
        }
    }

    [Fact]
    public async Task The_last_rows_of_a_crowd_cost_no_more_than_the_first()
    {
        await Open("P0");
        await AddCrowd();
        foreach (var order in Enum.GetValues<AccountOrder>())
        {
            await Time($"first rows by {order}", new AccountSlice(0, 50, order));
            var last = await Time($"last rows by {order}, from the end", new AccountSlice(0, 50, order, true));
            var same = await Time($"last rows by {order}, from the beginning", new AccountSlice(Crowd - 49, 50, order));
            var middle = await Time($"middle by {order}", new AccountSlice(Crowd / 2, 50, order));
            var on = new AccountSlice(0, 50, order, After: AccountPlace.Of(middle[^1]));
            await Time($"rows after those by {order}", on);
            Assert.Equal(last.Reverse(), same);
        }
    }

    private async Task<ImmutableArray<AccountRow>> Time(string what, AccountSlice slice)
    {
        var watch = Stopwatch.StartNew();
        var rows = await Stores.AccountList.Read(Mine, new AccountFilter(), slice, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Crowd:N0} accounts: {what} in {watch.Elapsed.TotalMilliseconds:N1} ms");
        Assert.Equal(50, rows.Length);
        return rows;
    }

    // Rows of the list alone, many in one statement, but no more than a server stores before it is given up.
    private async Task AddCrowd()
    {
        const long Step = 100_000;
        for (var first = 0L; first < Crowd; first += Step)
        {
            await Sql($"""
                insert into account(account_key, entity_id, account_id, customer_id, cycle_id, status, currency,
                    balance_minor, version, link, opened_on)
                with recursive n(i) as (
                    select {first + 1} union all select i + 1 from n where i < {Math.Min(Crowd, first + Step)})
                select '{Entity}/M' || (10000000 + i), '{Entity}', 'M' || (10000000 + i), 'MC' || i, 'c' || (i % 20), 1,
                    'AUD', ((i % 100000) * 7919) % 100000, 1, a.link, a.opened_on
                from n cross join account a where a.account_key = '{Entity}/P0'
                """);
        }
    }

    private AccountPlace Place(string account) => new($"{Entity}/{account}");

    private async Task Open(params string[] accounts)
    {
        foreach (var account in accounts)
            await Stores.Accounts.Append(Turns.Open($"{Entity}/{account}"), Cancellation);
    }

    private async Task<IEnumerable<string>> Read(AccountFilter filter, AccountSlice slice) =>
        (await Stores.AccountList.Read(Mine, filter, slice, Cancellation)).Select(row => row.AccountId);
}
