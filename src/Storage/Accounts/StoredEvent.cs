using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>An event as it lies in the store.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Envelope">Who, when, why, version and numbers.</param>
/// <param name="Previous">The link of the chain it was written on: 32 bytes.</param>
public sealed record StoredEvent(AccountEvent Happened, EventEnvelope Envelope, ReadOnlyMemory<byte> Previous);
