using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>The charges before it come to at most this much in a window.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; "none" for untaxed.</param>
/// <param name="Per">day, week, month, quarter, half-year or year.</param>
/// <param name="Amount">The most.</param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="Every">How many of them make a window.</param>
/// <param name="Of">Codes of charges before it that count; absent: all.</param>
/// <param name="Except">Codes that do not count all the same.</param>
/// <param name="IncludesTax">Whether the amount, and what it bounds, is with taxes; then what is taken back has the tax
/// categories of what it is taken off.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-cap")]
public sealed record CapChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3), AllowedValues("day", "week", "month", "quarter", "half-year", "year")] string Per,
    [property: Id(4)] decimal Amount,
    [property: Id(5)] DateOnly? ValidFrom = null,
    [property: Id(6)] DateOnly? ValidUntil = null,
    [property: Id(7)] int Every = 1,
    [property: Id(8)] ImmutableArray<string>? Of = null,
    [property: Id(9)] ImmutableArray<string>? Except = null,
    [property: Id(10)] bool IncludesTax = false) : ChargeDocument;
