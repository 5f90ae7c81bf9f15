namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A company that issues invoices: currency, zone, tax registration, number series.</summary>
/// <param name="Id">Legal entity.</param>
/// <param name="Name">Registered name.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Zone">IANA time zone, such as "Australia/Sydney".</param>
/// <param name="TaxRegistration">Tax registration number.</param>
/// <param name="Address">Address as printed on invoices.</param>
/// <param name="InvoiceSeries">Series of invoice numbers, such as "INV".</param>
/// <param name="NeedsSecondPerson">Whether a bill run must be approved by somebody else than its planner.</param>
[GenerateSerializer, Immutable, Alias("legal-entity-record")]
public sealed record LegalEntityRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Currency,
    [property: Id(3)] string Zone,
    [property: Id(4)] string TaxRegistration,
    [property: Id(5)] string Address,
    [property: Id(6)] string InvoiceSeries,
    [property: Id(7)] bool NeedsSecondPerson = true);
