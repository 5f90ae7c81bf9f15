using System.Collections.Immutable;

namespace BillingActors.Domain.Rating;

/// <summary>One determinant: a whole and its time-of-use periods.</summary>
/// <param name="Whole">
/// The total, or the highest demand of all hours; null: the sum, or the highest, of the periods.
/// </param>
/// <param name="ByPeriod">The part of each time-of-use period, or its highest demand; empty where nobody asks.</param>
public sealed record DeterminantQuantity(decimal? Whole, ImmutableSortedDictionary<string, decimal> ByPeriod)
{
    /// <summary>A whole without periods.</summary>
    public static DeterminantQuantity Of(decimal whole) =>
        new(whole, ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal));
}
