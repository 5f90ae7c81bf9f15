using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What the list of all accounts promises.</summary>
public abstract class AccountListContract(StoreSet stores) : StoreContract(stores)
{
    private string Entity => "E" + Id;

    private EntityScope Mine => new([Entity]);

    [Fact]
    public async Task A_list_is_counted_and_looked_into_anywhere()
    {
        await Open("P0", "P1", "P2", "P3", "P4");

        Assert.Equal(5, await Stores.AccountList.Count(Mine, new AccountFilter(), Cancellation));
        Same(["P2", "P3"], await Read(new AccountFilter(), new AccountSlice(2, 2)));
        Same(["P4", "P3"], await Read(new AccountFilter(), new AccountSlice(0, 2, IsDescending: true)));
        Same(["P3", "P4"], await Read(new AccountFilter(), new AccountSlice(0, 9, AfterKey: Entity + "/P2")));
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

    private async Task Open(params string[] accounts)
    {
        foreach (var account in accounts)
            await Stores.Accounts.Append(Turns.Open($"{Entity}/{account}"), Cancellation);
    }

    private async Task<IEnumerable<string>> Read(AccountFilter filter, AccountSlice slice) =>
        (await Stores.AccountList.Read(Mine, filter, slice, Cancellation)).Select(row => row.AccountId);
}
