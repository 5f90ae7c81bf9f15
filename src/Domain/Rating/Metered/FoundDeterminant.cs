using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>A determinant that a charge asked for.</summary>
/// <param name="Name">The name it was given under.</param>
/// <param name="Given">What was given.</param>
/// <param name="Ratio">From the unit that it is named by to that of the charge; null: they are one.</param>
internal sealed record FoundDeterminant(string Name, DeterminantQuantity Given, UnitRatio? Ratio = null)
{
    /// <summary>A part of what was given, in the unit of the charge.</summary>
    public decimal Of(decimal given) => Ratio is { } ratio ? ratio.Of(given) : given;
}
