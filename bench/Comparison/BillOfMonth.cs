namespace BillingActors.Comparison;

/// <summary>A bill of three lines and a tax, in minor units.</summary>
[GenerateSerializer, Immutable, Alias("comparison-bill")]
public sealed record BillOfMonth(
    [property: Id(0)] long BaseMinor,
    [property: Id(1)] long EnergyMinor,
    [property: Id(2)] long DiscountMinor,
    [property: Id(3)] long TaxMinor)
{
    /// <summary>What has to be paid.</summary>
    public long TotalMinor => BaseMinor + EnergyMinor + DiscountMinor + TaxMinor;
}
