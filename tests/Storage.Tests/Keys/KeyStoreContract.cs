using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Keys;

/// <summary>What every store of API keys promises, whatever lies below it.</summary>
public abstract class KeyStoreContract(StoreSet stores) : StoreContract(stores)
{
    private string KeyId => "ba_" + Id;

    [Fact]
    public async Task What_is_added_is_what_is_read()
    {
        await Stores.Keys.Add(Key(KeyId), Noted(), Cancellation);

        var read = await Stores.Keys.Read(KeyId, Cancellation);

        var (wanted, view) = (Key(KeyId).View, read!.View);
        Assert.Equal(wanted with { Roles = [], Entities = [] }, view with { Roles = [], Entities = [] });
        Assert.Equal(wanted.Roles, view.Roles);
        Assert.Equal(wanted.Entities, view.Entities);
        Assert.Equal(Key(KeyId).SecretHash.ToArray(), read.SecretHash.ToArray());
        Assert.Null(await Stores.Keys.Read("ba_nobody", Cancellation));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        await Stores.Keys.Add(Key(KeyId), Noted(), Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Keys.Add(Key(KeyId), Noted(), Cancellation));
    }

    [Fact]
    public async Task A_key_is_taken_back_once()
    {
        await Stores.Keys.Add(Key(KeyId), Noted(), Cancellation);

        Assert.True(await Stores.Keys.Revoke(KeyId, Noted(), Cancellation));
        Assert.False(await Stores.Keys.Revoke(KeyId, Noted(at: At.AddDays(1)), Cancellation));
        Assert.False(await Stores.Keys.Revoke("ba_nobody", Noted(), Cancellation));
        Assert.Equal(At, (await Stores.Keys.Read(KeyId, Cancellation))!.View.RevokedAt);
    }

    [Fact]
    public async Task Its_use_is_noted_at_most_once_a_minute()
    {
        await Stores.Keys.Add(Key(KeyId), Noted(), Cancellation);

        await Stores.Keys.Used(KeyId, At, Cancellation);
        await Stores.Keys.Used(KeyId, At.AddSeconds(59), Cancellation);
        Assert.Equal(At, (await Stores.Keys.Read(KeyId, Cancellation))!.View.LastUsedAt);
        await Stores.Keys.Used(KeyId, At.AddSeconds(60), Cancellation);
        Assert.Equal(At.AddSeconds(60), (await Stores.Keys.Read(KeyId, Cancellation))!.View.LastUsedAt);
    }

    [Fact]
    public async Task The_list_shows_the_newest_first()
    {
        await Stores.Keys.Add(Key(KeyId + "-old"), Noted(), Cancellation);
        var newer = Key(KeyId + "-new");
        var dated = newer with { View = newer.View with { CreatedAt = At.AddDays(1) } };
        await Stores.Keys.Add(dated, Noted(), Cancellation);

        var listed = (await Stores.Keys.List(Cancellation)).Where(
            key => key.KeyId.StartsWith(KeyId, StringComparison.Ordinal));

        Same([KeyId + "-new", KeyId + "-old"], listed.Select(key => key.KeyId));
    }

    private static StoredKey Key(string keyId) => new(
        new ApiKeyView(keyId, "door", "ada", ["desk", "admin"], ["E1"], At, At.AddDays(90), null, null),
        Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
}
