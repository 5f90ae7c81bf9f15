using BillingActors.Domain.Metering;
using BillingActors.Domain.Tax.Places;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Reads what decides the taxes of a page: the status of its customers, and the tables of their places.
/// </summary>
internal sealed class TaxReading(MasterCatalogue catalogue)
{
    /// <summary>What was found; the tables are those that legal entity, service points and customers name.</summary>
    public async Task<PageTaxes> Read(
        RunSettings settings,
        IReadOnlyList<LoadedAccount> loaded,
        IEnumerable<ServicePoint> points,
        CancellationToken cancellation)
    {
        var customers = loaded.Select(account => account.State.CustomerId).Where(id => id.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var profiles = await catalogue.TaxProfiles(customers, cancellation);
        IEnumerable<TaxPlacement> places =
        [
            .. settings.Entity.TaxPlaces,
            .. points.SelectMany(point => point.TaxPlaces),
            .. profiles.Values.SelectMany(known => TaxMapping.PlacesOf(known.Profile.Places)),
        ];
        var ids = places.Select(place => place.Jurisdiction).ToHashSet(StringComparer.Ordinal);
        return new PageTaxes(profiles, await catalogue.Jurisdictions(ids, cancellation));
    }
}
