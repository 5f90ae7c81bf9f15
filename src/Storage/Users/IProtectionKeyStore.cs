using System.Collections.Immutable;

namespace BillingActors.Storage.Users;

/// <summary>Keys that protect sessions; they outlive a restart, and all gateways share them.</summary>
public interface IProtectionKeyStore
{
    /// <summary>All keys that were sealed under a master key, oldest first.</summary>
    Task<ImmutableArray<byte[]>> Read(string masterKeyId, CancellationToken cancellation);

    /// <summary>Stores a sealed key; the same name again changes nothing.</summary>
    Task Add(string name, string masterKeyId, byte[] sealedKey, CancellationToken cancellation);
}
