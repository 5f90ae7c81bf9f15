namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>What one tax comes to on a collective bill.</summary>
/// <param name="Code">Tax.</param>
/// <param name="Percent">Rate.</param>
/// <param name="BaseMinor">Amount it is on.</param>
/// <param name="AmountMinor">What it comes to.</param>
[GenerateSerializer, Immutable, Alias("collective-tax-view")]
public sealed record CollectiveTaxView(
    [property: Id(0)] string Code,
    [property: Id(1)] decimal Percent,
    [property: Id(2)] long BaseMinor,
    [property: Id(3)] long AmountMinor);
