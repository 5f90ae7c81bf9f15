using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A tax on charges of some categories, of a tariff or of a jurisdiction.</summary>
/// <param name="Code">Code, such as "VAT".</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Categories">Tax categories of the charges it is taken of.</param>
/// <param name="IncludesTaxesBefore">Whether its base holds the taxes before it on the same lines.</param>
/// <param name="Reason">
/// What a base it is taken of counts as: standard, zero-rated, exempt or outside-scope; absent: standard.
/// </param>
/// <param name="ValidFrom">First day of supply it is for; absent: ever since.</param>
/// <param name="ValidUntil">Day of supply from which it is no more; absent: for ever.</param>
/// <param name="PerUnit">Amount for one unit in the place of a percentage.</param>
/// <param name="Unit">Unit of the charges an amount for one unit is taken of, such as "kWh".</param>
/// <param name="OfTaxes">Codes of taxes before it that are its whole base, as of a cess.</param>
/// <param name="Over">What of a line's amount stays free before it begins.</param>
/// <param name="UpTo">Amount of a line beyond which it is not taken.</param>
[GenerateSerializer, Immutable, Alias("tariff-tax")]
public sealed record TaxDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] decimal Percent,
    [property: Id(3)] ImmutableArray<string> Categories,
    [property: Id(4)] bool IncludesTaxesBefore = false,
    [property: Id(5)] string? Reason = null,
    [property: Id(6)] DateOnly? ValidFrom = null,
    [property: Id(7)] DateOnly? ValidUntil = null,
    [property: Id(8)] decimal? PerUnit = null,
    [property: Id(9)] string? Unit = null,
    [property: Id(10)] ImmutableArray<string>? OfTaxes = null,
    [property: Id(11)] decimal? Over = null,
    [property: Id(12)] decimal? UpTo = null);
