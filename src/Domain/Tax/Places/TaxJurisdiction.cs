using System.Collections.Immutable;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Places;

/// <summary>Who levies taxes: a country, a state, a county, a city or a district, with its table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rules">Its taxes by category and day of supply, in the order in which they are computed.</param>
public sealed record TaxJurisdiction(string Id, string Name, ImmutableArray<TaxRule> Rules)
{
    /// <summary>How it applies them.</summary>
    public TaxTerms Terms { get; init; } = TaxTerms.Default;

    /// <summary>When the customer owes the tax; null: never.</summary>
    public ReverseCharge? ReverseCharge { get; init; }
}
