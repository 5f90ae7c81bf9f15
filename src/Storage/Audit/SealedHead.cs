using System.Security.Cryptography;

namespace BillingActors.Storage.Audit;

/// <summary>How far a chain had come when it was sealed.</summary>
/// <param name="Key">The account; empty for administration, which no account is called.</param>
/// <param name="Version">Its last event or entry.</param>
/// <param name="Link">The link after it, with its document where there is one.</param>
internal readonly record struct SealedHead(string Key, long Version, byte[] Link)
{
    /// <summary>The leaf of the tree: SHA-256(0, key, version, link).</summary>
    public byte[] Leaf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        AuditChain.Add(hash, Key);
        AuditChain.Add(hash, Version);
        hash.AppendData(Link);
        return hash.GetHashAndReset();
    }
}
