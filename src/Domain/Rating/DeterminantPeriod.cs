using System.Collections.Immutable;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating;

/// <summary>
/// The determinants of some days. A charge finds its own under its code, else under its channels, its unit or its
/// direction ("import", "export"), else takes the only one there is.
/// </summary>
/// <param name="Days">The days.</param>
/// <param name="Quantities">What was used, by charge or channel, in the unit of the charge.</param>
/// <param name="Demands">Highest demands, by charge or channel, in the unit of the charge.</param>
public sealed record DeterminantPeriod(
    Period Days,
    ImmutableSortedDictionary<string, DeterminantQuantity> Quantities,
    ImmutableSortedDictionary<string, DeterminantQuantity> Demands);
