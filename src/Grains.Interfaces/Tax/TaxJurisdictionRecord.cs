using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>A country, state, county, city or district with its taxes by category and day of supply.</summary>
/// <param name="Id">Jurisdiction.</param>
/// <param name="Name">Name.</param>
/// <param name="Taxes">Its taxes in the order in which they are computed.</param>
/// <param name="Settings">Settings of taxes by name, such as tax-rounding; see the reference.</param>
/// <param name="ReverseCharge">When the customer owes the tax; absent: never.</param>
[GenerateSerializer, Immutable, Alias("tax-jurisdiction-record")]
public sealed record TaxJurisdictionRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] ImmutableArray<TaxDocument> Taxes,
    [property: Id(3)] ImmutableSortedDictionary<string, string>? Settings = null,
    [property: Id(4)] ReverseChargeRecord? ReverseCharge = null);
