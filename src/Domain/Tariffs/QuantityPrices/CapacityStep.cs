using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>One step of a price for several things at once.</summary>
/// <param name="UpTo">Limits by thing, each inclusive; a thing without one has none.</param>
/// <param name="Price">What the step costs, however much is in it.</param>
public sealed record CapacityStep(ImmutableSortedDictionary<string, decimal> UpTo, decimal Price)
{
    /// <summary>Whether so much of a thing is within the step.</summary>
    public bool Holds(string thing, decimal quantity) => !UpTo.TryGetValue(thing, out var limit) || quantity <= limit;
}
