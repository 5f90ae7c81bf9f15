using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A master record: exactly one of the members is set.</summary>
/// <param name="LegalEntity">A legal entity.</param>
/// <param name="Customer">A customer.</param>
/// <param name="ServicePoint">A service point.</param>
/// <param name="BillCycle">A bill cycle.</param>
/// <param name="Tariff">A tariff.</param>
[GenerateSerializer, Immutable, Alias("master-content")]
public sealed record MasterContent(
    [property: Id(0)] LegalEntityRecord? LegalEntity = null,
    [property: Id(1)] CustomerRecord? Customer = null,
    [property: Id(2)] ServicePointRecord? ServicePoint = null,
    [property: Id(3)] BillCycleRecord? BillCycle = null,
    [property: Id(4)] TariffDocument? Tariff = null);
