using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Accounts;

/// <summary>What a contract used in a period that was billed: the history for high and low checks.</summary>
/// <param name="Period">The days.</param>
/// <param name="Uses">Totals per unit and direction.</param>
public sealed record BilledUse(Period Period, ImmutableArray<MeasuredUse> Uses);
