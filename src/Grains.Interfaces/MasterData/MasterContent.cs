using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tax;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A master record: exactly one of the members is set.</summary>
/// <param name="LegalEntity">A legal entity.</param>
/// <param name="Customer">A customer.</param>
/// <param name="ServicePoint">A service point.</param>
/// <param name="BillCycle">A bill cycle.</param>
/// <param name="Tariff">A tariff.</param>
/// <param name="TaxJurisdiction">A tax jurisdiction.</param>
/// <param name="TaxProfile">The tax status of a customer.</param>
/// <param name="Chart">A chart of accounts.</param>
/// <param name="DunningPolicy">A policy of dunning.</param>
/// <param name="DisputePolicy">The rules of disputes at a legal entity.</param>
[GenerateSerializer, Immutable, Alias("master-content")]
public sealed record MasterContent(
    [property: Id(0)] LegalEntityRecord? LegalEntity = null,
    [property: Id(1)] CustomerRecord? Customer = null,
    [property: Id(2)] ServicePointRecord? ServicePoint = null,
    [property: Id(3)] BillCycleRecord? BillCycle = null,
    [property: Id(4)] TariffDocument? Tariff = null,
    [property: Id(5)] TaxJurisdictionRecord? TaxJurisdiction = null,
    [property: Id(6)] TaxProfileRecord? TaxProfile = null,
    [property: Id(7)] ChartRecord? Chart = null,
    [property: Id(8)] DunningPolicyRecord? DunningPolicy = null,
    [property: Id(9)] DisputePolicyRecord? DisputePolicy = null);
