using System.Collections.Immutable;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of taxes: of a jurisdiction, and of a tariff that names taxes of its own.</summary>
public static class TaxSettings
{
    /// <summary>Where the taxes of a tariff come from.</summary>
    public static readonly Setting<TaxSource> Source = Setting.Word(
        "tax-source",
        "Where the taxes of a tariff come from: tariff, its own taxes name all its tax categories, and count where no"
        + " jurisdiction does; jurisdiction, it may leave them out, and a bill without a jurisdiction is held.",
        ("tariff", TaxSource.Tariff),
        ("jurisdiction", TaxSource.Jurisdiction));

    /// <summary>Over what a tax is summed before it is rounded.</summary>
    public static readonly Setting<TaxRoundingScope> Rounding = Setting.Word(
        "tax-rounding",
        "Over what a tax is summed before it is rounded: per-rate sums all lines of a rate; per-line rounds the tax of"
        + " each line; per-invoice sums all rates with this setting, rounds once and shares the sum over the rates by"
        + " the largest remainder.",
        ("per-rate", TaxRoundingScope.PerRate),
        ("per-line", TaxRoundingScope.PerLine),
        ("per-invoice", TaxRoundingScope.PerInvoice));

    /// <summary>Which way a tax is rounded.</summary>
    public static readonly Setting<TaxRoundingMode> RoundingMode = Setting.Word(
        "tax-rounding-mode",
        "Which way a tax is rounded: half-up (half away from zero), half-even, up (away from zero) or down (towards"
        + " zero).",
        ("half-up", TaxRoundingMode.HalfUp),
        ("half-even", TaxRoundingMode.HalfEven),
        ("up", TaxRoundingMode.Up),
        ("down", TaxRoundingMode.Down));

    /// <summary>What becomes of a line on both sides of a change.</summary>
    public static readonly Setting<TaxStraddle> Straddle = Setting.Word(
        "tax-straddle",
        "What becomes of a line whose days lie on both sides of a change of rate, exemption or place: by-days splits it"
        + " by its days; first-day and last-day tax all of it as on that day.",
        ("by-days", TaxStraddle.ByDays),
        ("first-day", TaxStraddle.FirstDay),
        ("last-day", TaxStraddle.LastDay));

    /// <summary>Whether prices include tax; of a tariff or contract, never of a jurisdiction.</summary>
    public static readonly Setting<TaxPrices> Prices = Setting.Word(
        "tax-prices",
        "Whether the prices of a tariff include tax: exclusive adds it; inclusive takes it out, and a customer who owes"
        + " none pays the same; inclusive-where-due takes it out, and a customer who owes none pays the net.",
        ("exclusive", TaxPrices.Exclusive),
        ("inclusive", TaxPrices.Inclusive),
        ("inclusive-where-due", TaxPrices.InclusiveWhereDue));

    /// <summary>What is rounded where a price includes tax.</summary>
    public static readonly Setting<TaxInclusiveRounding> InclusiveRounding = Setting.Word(
        "tax-inclusive-rounding",
        "What is rounded where a price includes tax: net rounds the price divided by one and the rate, and the tax is"
        + " the rest; tax rounds the tax, and the net is the rest.",
        ("net", TaxInclusiveRounding.Net),
        ("tax", TaxInclusiveRounding.Tax));

    /// <summary>How long before its end a certificate is warned of.</summary>
    public static readonly Setting<decimal?> WarningDays = Setting.Number(
        "exemption-warning-days",
        "How many days before its end an exemption certificate is warned of on the bill; 0: never.",
        60m,
        (0m, 3660m));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
        [Source, Rounding, RoundingMode, Straddle, Prices, InclusiveRounding, WarningDays];
}
