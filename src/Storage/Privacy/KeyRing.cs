using System.Collections.Concurrent;

namespace BillingActors.Storage.Privacy;

/// <summary>Opens and makes keys: a customer's is wrapped by its legal entity's, and that by the master key.</summary>
internal sealed class KeyRing(IKeyTable table, MasterKey master) : IMasterKeyRotation
{
    /// <summary>
    /// Stands where a legal entity does for what belongs to none of them, such as a file that came in; no entity's id
    /// looks like it.
    /// </summary>
    public const string Group = "(group)";

    private readonly ConcurrentDictionary<string, byte[]> _entityKeys = new(StringComparer.Ordinal);

    /// <summary>The key of a legal entity or of the group, made at its first use.</summary>
    public async Task<byte[]> EntityKey(string entityId, CancellationToken cancellation)
    {
        if (_entityKeys.TryGetValue(entityId, out var known))
            return known;
        var stored = await table.EntityKeys([entityId], cancellation);
        if (stored.Count == 0)
        {
            var wrapped = Wrap(master, entityId, PersonalDataCipher.NewKey());
            await table.AddEntityKey(wrapped, cancellation);
            stored = await table.EntityKeys([entityId], cancellation);
        }
        return _entityKeys.GetOrAdd(entityId, Unwrap(master, stored[0]));
    }

    /// <summary>The keys of customers that have one; an empty one where it was destroyed.</summary>
    public async Task<Dictionary<string, byte[]>> CustomerKeys(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var stored in await table.CustomerKeys(customerIds, cancellation))
        {
            if (stored.IsDestroyed)
            {
                keys.Add(stored.Id, []);
                continue;
            }
            var entityKey = await EntityKey(stored.WrappedBy, cancellation);
            keys.Add(stored.Id, PersonalDataCipher.Decrypt(entityKey, stored.Wrapped, CustomerPlace(stored.Id)));
        }
        return keys;
    }

    /// <summary>A new key for a customer, wrapped for its legal entity.</summary>
    public async Task<(byte[] Key, WrappedKey Wrapped)> NewCustomerKey(
        string customerId, string entityId, CancellationToken cancellation)
    {
        var (entityKey, key) = (await EntityKey(entityId, cancellation), PersonalDataCipher.NewKey());
        return (key, new(customerId, entityId, PersonalDataCipher.Encrypt(entityKey, key, CustomerPlace(customerId))));
    }

    /// <summary>The key of a customer, made at its first use; empty where it was destroyed.</summary>
    public async Task<byte[]> CustomerKey(string customerId, string entityId, CancellationToken cancellation)
    {
        if ((await CustomerKeys([customerId], cancellation)).TryGetValue(customerId, out var known))
            return known;
        var (_, wrapped) = await NewCustomerKey(customerId, entityId, cancellation);
        await table.AddCustomerKey(wrapped, cancellation);
        return (await CustomerKeys([customerId], cancellation))[customerId];
    }

    /// <inheritdoc />
    public async Task<int> Rotate(MasterKey next, CancellationToken cancellation)
    {
        var stored = await table.EntityKeys(entityIds: null, cancellation);
        var rewrapped = stored.Where(key => key.WrappedBy != next.Id)
            .Select(key => Wrap(next, key.Id, Unwrap(master, key)))
            .ToList();
        await table.RewrapEntityKeys(rewrapped, cancellation);
        return rewrapped.Count;
    }

    private static WrappedKey Wrap(MasterKey master, string entityId, byte[] key) =>
        new(entityId, master.Id, PersonalDataCipher.Encrypt(master.Bytes, key, EntityPlace(entityId)));

    /// <summary>The key of a legal entity; fails when it was wrapped by another master key.</summary>
    public static byte[] Unwrap(MasterKey master, WrappedKey stored) => stored.WrappedBy == master.Id
        ? PersonalDataCipher.Decrypt(master.Bytes, stored.Wrapped, EntityPlace(stored.Id))
        : throw new PersonalDataKeyException(
            $"Personal data of legal entity '{stored.Id}' was written under master key {stored.WrappedBy}, "
            + $"and the one given is {master.Id}.");

    private static string EntityPlace(string entityId) => "entity-key/" + entityId;

    /// <summary>What the envelope of a customer's key belongs to.</summary>
    public static string CustomerPlace(string customerId) => "customer-key/" + customerId;
}
