namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A priced line and where its quantity comes from.</summary>
/// <param name="ContractId">Contract; empty for a one-off charge.</param>
/// <param name="Code">Charge code.</param>
/// <param name="Text">Text.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Quantity">Exact quantity.</param>
/// <param name="Unit">Unit.</param>
/// <param name="UnitPrice">Exact price of a unit.</param>
/// <param name="ExactAmount">Unrounded amount.</param>
/// <param name="AmountMinor">Amount in minor units, rounded once.</param>
/// <param name="Tier">Tier.</param>
/// <param name="TimeOfUse">Time-of-use period.</param>
/// <param name="TariffVersion">"tariff@version".</param>
/// <param name="TaxCategory">Tax category.</param>
/// <param name="SourceKind">intervals, reads, days, charge or, of a credited part, invoice.</param>
/// <param name="SourceReference">Channel or register with its reads.</param>
/// <param name="Imports">Imports behind it.</param>
/// <param name="EstimatedShare">Which share of the quantity rests on estimates, 0 to 1.</param>
/// <param name="PeriodShare">The part of a full period in the quantity; absent where it is whole.</param>
/// <param name="GrossMinor">Amount with the tax its price includes; null: its price is net.</param>
[GenerateSerializer, Immutable, Alias("invoice-line-view")]
public sealed record InvoiceLineView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string Code,
    [property: Id(2)] string Text,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly Until,
    [property: Id(5)] decimal Quantity,
    [property: Id(6)] string Unit,
    [property: Id(7)] decimal UnitPrice,
    [property: Id(8)] decimal ExactAmount,
    [property: Id(9)] long AmountMinor,
    [property: Id(10)] string? Tier,
    [property: Id(11)] string? TimeOfUse,
    [property: Id(12)] string TariffVersion,
    [property: Id(13)] string TaxCategory,
    [property: Id(14)] string SourceKind,
    [property: Id(15)] string SourceReference,
    [property: Id(16)] string Imports,
    [property: Id(17)] decimal EstimatedShare = 0m,
    [property: Id(18)] decimal? PeriodShare = null,
    [property: Id(19)] long? GrossMinor = null);
