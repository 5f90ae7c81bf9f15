using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax.Places;

namespace BillingActors.Domain.Tax;

/// <summary>What is to be taxed.</summary>
/// <param name="Lines">Priced lines.</param>
/// <param name="Versions">Rules and terms of the tariff versions that priced them.</param>
/// <param name="Currency">Currency of all amounts.</param>
public sealed record TaxRequest(
    ImmutableArray<RatedLine> Lines, ImmutableArray<VersionTaxes> Versions, Currency Currency)
{
    /// <summary>Tables, places and tax status; none: the taxes of the tariffs count.</summary>
    public TaxStanding Standing { get; init; } = TaxStanding.None;

    /// <summary>How many days before its end a certificate is warned of.</summary>
    public int WarningDays { get; init; } = 60;
}
