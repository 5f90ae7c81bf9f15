using System.Collections.Immutable;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>Records of an old period that were on an invoice and wait again, since that was taken back.</summary>
/// <param name="Period">The period they are of.</param>
/// <param name="Versions">Versions of the account at which they came.</param>
/// <param name="Sums">What they come to.</param>
public sealed record LateUsage(Period Period, ImmutableArray<long> Versions, ImmutableArray<UsageSum> Sums);
