using BillingActors.Grains.Interfaces.Keys;

namespace BillingActors.Storage.Keys;

/// <summary>A key as it is stored: everything but its secret, of which only a SHA-256 is kept.</summary>
/// <param name="View">What may be shown.</param>
/// <param name="SecretHash">SHA-256 of the secret: 32 bytes.</param>
public sealed record StoredKey(ApiKeyView View, ReadOnlyMemory<byte> SecretHash);
