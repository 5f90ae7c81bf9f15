using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Keys in memory.</summary>
internal sealed class MemoryKeys(MemoryAudit audit) : IKeyStore
{
    public ConcurrentDictionary<string, StoredKey> Keys { get; } = new(StringComparer.Ordinal);

    public int ReadCount { get; private set; }

    public Exception? Fault { get; set; }

    public Task Add(StoredKey key, AuditEntry noted, CancellationToken cancellation)
    {
        Keys[key.View.KeyId] = key;
        return audit.Append(noted, cancellation);
    }

    public Task<StoredKey?> Read(string keyId, CancellationToken cancellation)
    {
        ReadCount++;
        if (Fault is not null)
            return Task.FromException<StoredKey?>(Fault);
        return Task.FromResult(Keys.GetValueOrDefault(keyId));
    }

    public Task<ImmutableArray<ApiKeyView>> List(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<ApiKeyView>>([.. Keys.Values.Select(key => key.View)]);

    public Task<bool> Revoke(string keyId, AuditEntry noted, CancellationToken cancellation)
    {
        if (!Keys.TryGetValue(keyId, out var key) || key.View.RevokedAt is not null)
            return Task.FromResult(false);
        Keys[keyId] = key with { View = key.View with { RevokedAt = noted.At } };
        return audit.Append(noted, cancellation);
    }

    public Task Used(string keyId, DateTimeOffset at, CancellationToken cancellation)
    {
        Keys[keyId] = Keys[keyId] with { View = Keys[keyId].View with { LastUsedAt = at } };
        return Task.CompletedTask;
    }
}
