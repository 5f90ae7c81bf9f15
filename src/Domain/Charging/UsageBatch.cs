using System.Collections.Immutable;

namespace BillingActors.Domain.Charging;

/// <summary>Records of one account that came together.</summary>
/// <param name="Records">The records, in any order.</param>
/// <param name="Offset">Where they stand in the stream; null where they came without one.</param>
public sealed record UsageBatch(ImmutableArray<UsageRecord> Records, StreamOffset? Offset = null);
