using System.Collections.Immutable;

namespace BillingActors.Domain.Credits;

/// <summary>An invoice is taken back, and its days wait to be billed again.</summary>
/// <param name="Contracts">The contracts on it, as they stand now.</param>
public sealed record InvoiceCancellation(ImmutableArray<ContractRewound> Contracts);
