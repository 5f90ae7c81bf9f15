using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using NodaTime;

namespace BillingActors.Domain.Invoicing;

/// <summary>Everything a closing looks at beside the account itself.</summary>
/// <param name="Until">End of the run's period, exclusive.</param>
/// <param name="Entity">The legal entity.</param>
/// <param name="Cycle">The bill cycle.</param>
/// <param name="Contracts">Inputs of each contract with unbilled days.</param>
public sealed record ClosingInputs(
    LocalDate Until, LegalEntity Entity, BillCycle Cycle, ImmutableArray<ContractInputs> Contracts)
{
    /// <summary>Tables of the tax jurisdictions that are named; one that is missing holds the account.</summary>
    public ImmutableArray<TaxJurisdiction> Jurisdictions { get; init; } = [];

    /// <summary>Tax status of the customer.</summary>
    public TaxProfile TaxProfile { get; init; } = TaxProfile.None;

    /// <summary>What decides the taxes; one-off charges are supplied where the last of the contracts is.</summary>
    public TaxStanding TaxStanding
    {
        get
        {
            var points = Contracts
                .Where(one => one.Usage is { ServicePoint.TaxPlaces.IsEmpty: false })
                .Select(one => (Id: one.ContractId, one.Usage!.ServicePoint.TaxPlaces))
                .ToList();
            if (points.Count > 0)
                points.Add(("", points[^1].TaxPlaces));
            return new TaxStanding(Jurisdictions, Entity.TaxPlaces, TaxProfile)
            {
                Points = points.ToImmutableSortedDictionary(
                    one => one.Id, one => one.TaxPlaces, StringComparer.Ordinal),
            };
        }
    }
}
