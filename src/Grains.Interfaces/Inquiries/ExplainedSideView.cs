using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>What one of the two bills has for a line of the explanation.</summary>
/// <param name="Quantity">Exact quantity of all its lines.</param>
/// <param name="UnitPrice">Price of a unit; the mean where the lines have several.</param>
/// <param name="Days">Days its lines are for.</param>
/// <param name="EstimatedShare">Which share of the quantity rests on estimates, 0 to 1.</param>
/// <param name="AmountMinor">Sum of its amounts.</param>
/// <param name="TariffVersions">"tariff@version" of its lines.</param>
[GenerateSerializer, Immutable, Alias("explained-side-view")]
public sealed record ExplainedSideView(
    [property: Id(0)] decimal Quantity,
    [property: Id(1)] decimal UnitPrice,
    [property: Id(2)] int Days,
    [property: Id(3)] decimal EstimatedShare,
    [property: Id(4)] long AmountMinor,
    [property: Id(5)] ImmutableArray<string> TariffVersions);
