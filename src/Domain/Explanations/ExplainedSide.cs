using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Explanations;

/// <summary>What one of the two bills has for a line of the explanation.</summary>
/// <param name="Quantity">Exact quantity of all its lines.</param>
/// <param name="UnitPrice">Price of a unit; the mean where the lines have several. Zero without a quantity.</param>
/// <param name="Days">Days its lines are for.</param>
/// <param name="EstimatedShare">Which share of the quantity rests on estimates, 0 to 1.</param>
/// <param name="Amount">Sum of its rounded amounts.</param>
/// <param name="TariffVersions">Versions that priced it, in the order of the bill.</param>
public sealed record ExplainedSide(
    decimal Quantity,
    decimal UnitPrice,
    int Days,
    decimal EstimatedShare,
    Money Amount,
    ImmutableArray<string> TariffVersions);
