using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.MasterData;

/// <summary>Whether tax records, and places of supply in other records, are whole before they are stored.</summary>
internal static class TaxChecks
{
    private const int ToldMax = 5;

    /// <summary>Null when the jurisdiction may be stored.</summary>
    public static Refusal? Find(TaxJurisdictionRecord record) => Refused(TaxMapping.ToDomain(record).Problems);

    /// <summary>Null when the tax status may be stored.</summary>
    public static Refusal? Find(TaxProfileRecord record) => Refusals.IsId(record.EntityId)
        ? Refused(TaxProfileMapping.ProblemsOf(record))
        : new Refusal("record-invalid", "entityId: an id.");

    /// <summary>Null when the places of a record may be stored.</summary>
    public static Refusal? Find(ImmutableArray<TaxPlacementRecord>? places)
    {
        var reading = new TariffReading();
        TaxProfileMapping.CheckPlaces(places, "taxPlaces", reading);
        return Refused(reading.Problems);
    }

    private static Refusal? Refused(ImmutableArray<TariffProblem> problems) => problems.IsEmpty
        ? null
        : new Refusal("record-invalid", string.Join(
            "; ", problems.Take(ToldMax).Select(problem => $"{problem.Path}: {problem.Rule}: {problem.Detail}")));
}
