using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using BillingActors.Grains.Interfaces.Tax;

namespace BillingActors.Grains.Mapping;

/// <summary>A file of tables and tax status, wire → domain; only one without problems comes through.</summary>
public static class TaxStandingMapping
{
    /// <summary>The standing, or all problems with their paths in the file.</summary>
    public static (TaxStanding? Standing, ImmutableArray<TariffProblem> Problems) ToDomain(TaxStandingDocument document)
    {
        var reading = new TariffReading();
        var jurisdictions = ImmutableArray.CreateBuilder<TaxJurisdiction>();
        for (var i = 0; i < document.Jurisdictions.Length; i++)
        {
            var (jurisdiction, problems) = TaxMapping.ToDomain(document.Jurisdictions[i]);
            Add($"jurisdictions/{i}/", problems, reading);
            if (jurisdiction is not null && jurisdictions.Any(known => known.Id == jurisdiction.Id))
                reading.Add($"jurisdictions/{i}/id", "duplicate-jurisdiction", $"{jurisdiction.Id} is there twice.");
            else if (jurisdiction is not null)
                jurisdictions.Add(jurisdiction);
        }
        TaxProfileMapping.CheckPlaces(document.Established, "established", reading);
        if (document.Profile is { } profile)
            Add("profile/", TaxProfileMapping.ProblemsOf(profile), reading);
        if (!reading.Problems.IsEmpty)
            return (null, reading.Problems);
        return (new TaxStanding(
            jurisdictions.ToImmutable(),
            TaxMapping.PlacesOf(document.Established),
            document.Profile?.ToDomain(accountId: null) ?? TaxProfile.None), []);
    }

    private static void Add(string path, ImmutableArray<TariffProblem> problems, TariffReading reading)
    {
        foreach (var problem in problems)
            reading.Add(path + problem.Path, problem.Rule, problem.Detail);
    }
}
