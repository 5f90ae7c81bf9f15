using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Users;

namespace BillingActors.Storage.Tests.Users;

/// <summary>What every store of people and of their sessions' keys promises, whatever lies below it.</summary>
public abstract class UserStoreContract(StoreSet stores) : StoreContract(stores)
{
    [Fact]
    public async Task What_is_stored_is_what_is_found()
    {
        Assert.True(await Stores.Users.Put(Person(Id), Noted(), Cancellation));

        var found = await Stores.Users.Find(Id, Cancellation);

        Assert.Equal(Person(Id) with { Version = 1, Roles = [], Entities = [] },
            found! with { Roles = [], Entities = [] });
        Assert.Equal(["clerk", "agent"], found.Roles);
        Assert.Equal(["north"], found.Entities);
        Assert.Null(await Stores.Users.Find(Id + "-nobody", Cancellation));
    }

    [Fact]
    public async Task Of_two_changes_to_one_version_the_second_loses()
    {
        await Stores.Users.Put(Person(Id), Noted(), Cancellation);

        Assert.False(await Stores.Users.Put(Person(Id), Noted(), Cancellation));
        Assert.True(await Stores.Users.Put(Person(Id) with { Version = 1, IsActive = false }, Noted(), Cancellation));
        Assert.False(await Stores.Users.Put(Person(Id) with { Version = 1 }, Noted(), Cancellation));
        Assert.False((await Stores.Users.Find(Id, Cancellation))!.IsActive);
    }

    [Fact]
    public async Task The_list_comes_in_pages_by_id()
    {
        foreach (var letter in (string[])["c", "a", "b"])
            await Stores.Users.Put(Person($"{Id}-{letter}"), Noted(), Cancellation);

        var first = await Stores.Users.List(Id, 2, Cancellation);
        var second = await Stores.Users.List(first[^1].PersonId, 1, Cancellation);

        Assert.Equal([$"{Id}-a", $"{Id}-b", $"{Id}-c"], first.Concat(second).Select(user => user.PersonId));
    }

    [Fact]
    public async Task Keys_of_sessions_are_sealed_and_read_back_in_order_under_their_master_key_only()
    {
        var (mine, other) = (MasterKey.Create(), MasterKey.Create());
        var keys = new ProtectionKeys(Stores.ProtectionKeys, mine);
        await keys.Add($"{Id}-1", "<key>one</key>", Cancellation);
        await keys.Add($"{Id}-2", "<key>two</key>", Cancellation);
        await keys.Add($"{Id}-2", "<key>three</key>", Cancellation);

        Assert.Equal(["<key>one</key>", "<key>two</key>"], await keys.Read(Cancellation));
        Assert.Empty(await new ProtectionKeys(Stores.ProtectionKeys, other).Read(Cancellation));
        Assert.All(await Stores.ProtectionKeys.Read(mine.Id, Cancellation),
            stored => Assert.DoesNotContain("<key>", System.Text.Encoding.UTF8.GetString(stored)));
    }

    [Fact]
    public async Task A_choice_may_be_as_long_as_is_promised_and_no_longer()
    {
        var longest = new string('\u00e4', IViewSettingStore.LengthMax);
        await Stores.ViewSettings.Save(Id, "views/accounts", longest, Cancellation);

        Assert.Equal(longest, await Stores.ViewSettings.Find(Id, "views/accounts", Cancellation));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => Stores.ViewSettings.Save(Id, "views/accounts", longest + "x", Cancellation));
        Assert.Equal(longest, await Stores.ViewSettings.Find(Id, "views/accounts", Cancellation));
    }

    [Fact]
    public async Task A_choice_is_its_person_s_alone_and_the_last_one_holds()
    {
        await Stores.ViewSettings.Save(Id, "rows", "25", Cancellation);
        await Stores.ViewSettings.Save(Id, "rows", "100", Cancellation);

        Assert.Equal("100", await Stores.ViewSettings.Find(Id, "rows", Cancellation));
        Assert.Null(await Stores.ViewSettings.Find(Id, "columns", Cancellation));
        Assert.Null(await Stores.ViewSettings.Find(Id + "-nobody", "rows", Cancellation));
    }

    private static StoredUser Person(string personId) => new(
        personId, "Ada Okafor", ["clerk", "agent"], ["north"], IsActive: true, Version: 0, At, "root");
}
