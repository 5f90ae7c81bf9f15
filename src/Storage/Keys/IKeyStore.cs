using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Keys;

/// <summary>API keys: hashed, scoped, expiring, revocable.</summary>
public interface IKeyStore
{
    /// <summary>Stores a new key and notes it, both or neither.</summary>
    Task Add(StoredKey key, AuditEntry noted, CancellationToken cancellation);

    /// <summary>The key with the public prefix, or null.</summary>
    Task<StoredKey?> Read(string keyId, CancellationToken cancellation);

    /// <summary>All keys, newest first, at most 1,000.</summary>
    Task<ImmutableArray<ApiKeyView>> List(CancellationToken cancellation);

    /// <summary>
    /// Takes a key back at the entry's instant and notes it; false when there is none or it was taken back before.
    /// </summary>
    Task<bool> Revoke(string keyId, AuditEntry noted, CancellationToken cancellation);

    /// <summary>Notes when a key was used, at most once a minute per key.</summary>
    Task Used(string keyId, DateTimeOffset at, CancellationToken cancellation);
}
