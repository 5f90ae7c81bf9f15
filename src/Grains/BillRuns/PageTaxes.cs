using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tax.Places;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.BillRuns;

/// <summary>Tax status and tables that were read for a page.</summary>
internal sealed class PageTaxes(
    Dictionary<string, (TaxProfileRecord Profile, long Version)> profiles,
    Dictionary<string, (TaxJurisdiction Jurisdiction, long Version)> jurisdictions)
{
    /// <summary>The inputs of an account with what decides its taxes; the same, where nothing does.</summary>
    public ClosingInputs AddTo(ClosingInputs inputs, LoadedAccount loaded)
    {
        if (profiles.Count == 0 && jurisdictions.Count == 0)
            return inputs;
        return inputs with
        {
            Jurisdictions = [.. jurisdictions.Values.Select(known => known.Jurisdiction)],
            TaxProfile = profiles.TryGetValue(loaded.State.CustomerId, out var known)
                ? known.Profile.ToDomain(AccountKey.Split(loaded.Key).AccountId)
                : inputs.TaxProfile,
        };
    }

    /// <summary>A stamp that changes with any of them; the same, where nothing was read.</summary>
    public long Mark(long stamp, LoadedAccount loaded)
    {
        if (profiles.TryGetValue(loaded.State.CustomerId, out var profile))
            stamp = Stamp.With(stamp, profile.Version);
        foreach (var (_, version) in jurisdictions.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value))
            stamp = Stamp.With(stamp, version);
        return stamp;
    }
}
