using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>A certificate that frees a customer from tax, wholly or in part.</summary>
/// <param name="Id">Our id of it, which stands on documents.</param>
/// <param name="Reason">Why, as the customer reads it.</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="ValidFrom">First day of supply.</param>
/// <param name="ValidUntil">Day of supply from which it is no more; absent: for ever.</param>
/// <param name="Jurisdiction">Whose taxes it is for; absent: all.</param>
/// <param name="Categories">Tax categories it is for; absent: all.</param>
/// <param name="Taxes">Codes of taxes it is for; absent: all.</param>
/// <param name="SharePercent">How much of the base it frees, more than 0 to 100; absent: all.</param>
/// <param name="AccountId">The one account of the customer it is for; absent: all.</param>
[GenerateSerializer, Immutable, Alias("tax-exemption-record")]
public sealed record TaxExemptionRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Reason,
    [property: Id(2)] string Number,
    [property: Id(3)] DateOnly ValidFrom,
    [property: Id(4)] DateOnly? ValidUntil = null,
    [property: Id(5)] string? Jurisdiction = null,
    [property: Id(6)] ImmutableArray<string>? Categories = null,
    [property: Id(7)] ImmutableArray<string>? Taxes = null,
    [property: Id(8)] decimal? SharePercent = null,
    [property: Id(9)] string? AccountId = null);
