using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.Tax;

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
/// <param name="ApprovalLimits">What roles may move alone; absent for the house's defaults.</param>
/// <param name="ApprovalDays">Days a request waits for a second person, 1 to 365.</param>
/// <param name="GivesTaxRelief">Whether the tax in claims that are written off comes back.</param>
/// <param name="TaxPlaces">
/// Tax jurisdictions it is established in, in the order of computing; also the place of what names none.
/// </param>
/// <param name="Cash">How money is set against what is owed; null for the usual rules without tolerance.</param>
/// <param name="Delegations">Who decides on requests in whose place; absent for nobody.</param>
/// <param name="CreditMemoSeries">Series of credit-memo numbers; another one than that of invoices.</param>
/// <param name="Deposits">
/// Rules of deposits; null: by hand only, without interest, kept until the final bill.
/// </param>
[GenerateSerializer, Immutable, Alias("legal-entity-record")]
public sealed record LegalEntityRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Currency,
    [property: Id(3)] string Zone,
    [property: Id(4)] string TaxRegistration,
    [property: Id(5)] string Address,
    [property: Id(6)] string InvoiceSeries,
    [property: Id(7)] bool NeedsSecondPerson = true,
    [property: Id(8)] ImmutableArray<ApprovalLimitRecord>? ApprovalLimits = null,
    [property: Id(9)] int ApprovalDays = 14,
    [property: Id(10)] bool GivesTaxRelief = true,
    [property: Id(11)] ImmutableArray<TaxPlacementRecord>? TaxPlaces = null,
    [property: Id(12)] CashPolicyRecord? Cash = null,
    [property: Id(13)] ImmutableArray<DelegationRecord>? Delegations = null,
    [property: Id(14)] string CreditMemoSeries = "CM",
    [property: Id(15)] DepositPolicyRecord? Deposits = null);
