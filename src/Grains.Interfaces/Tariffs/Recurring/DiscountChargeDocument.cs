using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>A discount or a coupon on the charges before it, before tax.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">
/// Category that decides the taxes on it; "none" for untaxed, "of-lines" for those of its lines.
/// </param>
/// <param name="ValidFrom">First day inside the version; absent: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; absent: as long as the version.</param>
/// <param name="Percent">Percent of the charges; either this or an amount.</param>
/// <param name="Amount">Amount, at most that of the charges.</param>
/// <param name="Bills">How many bill periods it is for; absent: all.</param>
/// <param name="Remainder">What becomes of an amount a bill could not take: forfeited or carried.</param>
/// <param name="Coupon">Coupon that must be redeemed; absent: always.</param>
/// <param name="Of">Codes of charges before it that count; absent: all.</param>
/// <param name="Except">Codes that do not count all the same.</param>
[GenerateSerializer, Immutable, Alias("tariff-charge-discount")]
public sealed record DiscountChargeDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] string TaxCategory,
    [property: Id(3)] DateOnly? ValidFrom = null,
    [property: Id(4)] DateOnly? ValidUntil = null,
    [property: Id(5)] decimal? Percent = null,
    [property: Id(6)] decimal? Amount = null,
    [property: Id(7)] int? Bills = null,
    [property: Id(8), AllowedValues("forfeited", "carried")] string Remainder = "forfeited",
    [property: Id(9)] string? Coupon = null,
    [property: Id(10)] ImmutableArray<string>? Of = null,
    [property: Id(11)] ImmutableArray<string>? Except = null) : ChargeDocument;
