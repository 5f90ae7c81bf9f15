using BillingActors.Storage.Accounts;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

public abstract partial class AccountStoreContract
{
    [Fact]
    public async Task A_large_account_is_as_another_program_left_it()
    {
        var seen = await Large("A");
        var small = await Append(Open(Key("B")));
        var other = create(new StorageOptions());
        await using var closing = (IAsyncDisposable)other;
        var moved = await other.Append(Bill(seen), Cancellation);

        var loaded = await Store.LoadMany([Key("C"), Key("B"), Key("A")], Cancellation);

        Assert.Equal(0, loaded[0].Version);
        AssertSame(small, loaded[1]);
        AssertSame(moved, loaded[2]);
        Assert.IsType<StaleVersionException>(await Try(Charge(seen, 1)));
        AssertSame(await Append(Charge(moved, 1)), await Store.Load(Key("A"), Cancellation));
    }

    [Fact]
    public async Task A_large_account_is_not_read_whole_for_each_turn()
    {
        var stored = (await Store.AppendPage([Charge(await Large("A"), 1)], null, Cancellation)).Stored[0];
        // What cannot be read would be a fault, if it were.
        await Sql($"update account_snapshot set body = link where account_key = '{Key("A")}'");

        AssertSame(stored, await Store.Load(Key("A"), Cancellation));
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(239, true)]
    [InlineData(271, false)]
    [InlineData(287, true)]
    [InlineData(4127, false)]
    [InlineData(4607, true)]
    public async Task Snapshots_of_a_large_account_are_seldom(long version, bool isDue)
    {
        var account = await Append(Open(Key("A")));

        Assert.Equal(isDue, PreparedCommit.Of(Charge(account with { Version = version }, 1)).NeedsSnapshot);
    }

    private async Task<LoadedAccount> Large(string accountId) => await Append(Charge(
        await Append(Open(Key(accountId))), [.. Enumerable.Repeat(1, (int)LargeAccounts.EventCountMin)]));
}
