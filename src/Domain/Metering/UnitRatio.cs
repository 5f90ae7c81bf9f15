namespace BillingActors.Domain.Metering;

/// <summary>How many of one unit another is, as a fraction of two exact numbers.</summary>
/// <param name="Numerator">What the one unit is in a common measure.</param>
/// <param name="Denominator">What the other is in it.</param>
public readonly record struct UnitRatio(decimal Numerator, decimal Denominator)
{
    /// <summary>A quantity of the one unit in the other: multiplied first and divided last.</summary>
    public decimal Of(decimal quantity) => quantity * Numerator / Denominator;
}
