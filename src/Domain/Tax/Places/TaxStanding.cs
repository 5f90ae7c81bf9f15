using System.Collections.Immutable;
using BillingActors.Domain.Tax.Reliefs;
using NodaTime;

namespace BillingActors.Domain.Tax.Places;

/// <summary>What decides the taxes of an account beside its lines: tables, places, and its tax status.</summary>
/// <param name="Jurisdictions">The tables that are known.</param>
/// <param name="Established">Where the legal entity is established; the last resort for a place of supply.</param>
/// <param name="Profile">The tax status of the customer.</param>
public sealed record TaxStanding(
    ImmutableArray<TaxJurisdiction> Jurisdictions, ImmutableArray<TaxPlacement> Established, TaxProfile Profile)
{
    /// <summary>Nothing known: the tariff's own taxes count.</summary>
    public static TaxStanding None { get; } = new([], [], TaxProfile.None);

    /// <summary>Where each contract is supplied; that of the empty contract is for one-off charges.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<TaxPlacement>> Points { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<TaxPlacement>>(StringComparer.Ordinal);

    /// <summary>Whether nothing is known.</summary>
    public bool IsNone => Established.IsEmpty && Profile.IsNone && Points.IsEmpty;

    /// <summary>All placements that may decide a contract, the first list that has any on the day counts.</summary>
    internal IEnumerable<ImmutableArray<TaxPlacement>> PlacesOf(string contractId) =>
        [Points.GetValueOrDefault(contractId, []), Profile.Places, Established];

    /// <summary>The jurisdictions of a contract on a day of supply, in the order of computing; empty: none.</summary>
    public ImmutableArray<string> PlacesOn(string contractId, LocalDate day)
    {
        if (IsNone)
            return [];
        foreach (var places in PlacesOf(contractId))
        {
            ImmutableArray<string> valid =
                [.. places.Where(place => place.IsValidOn(day)).Select(place => place.Jurisdiction)];
            if (!valid.IsEmpty)
                return valid;
        }
        return [];
    }

    /// <summary>The table with the id, or null.</summary>
    public TaxJurisdiction? Jurisdiction(string id) => Jurisdictions.FirstOrDefault(known => known.Id == id);

    /// <summary>Whether the legal entity is established in a jurisdiction on a day.</summary>
    public bool IsEstablished(string jurisdiction, LocalDate day) =>
        Established.Any(place => place.Jurisdiction == jurisdiction && place.IsValidOn(day));
}
