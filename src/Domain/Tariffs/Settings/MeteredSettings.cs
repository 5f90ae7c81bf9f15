using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Prices;
using NodaTime;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of metered charges: electricity, gas, water, heat.</summary>
public static class MeteredSettings
{
    private const decimal NumberMax = 1_000_000_000m;
    private const decimal TierDecimalsMax = 9m;

    /// <summary>How a part of a bill period counts.</summary>
    public static readonly Setting<FixedProration> Proration = Setting.Word(
        "proration",
        "How a part of a bill period counts for charges and allowances per month: actual-days takes its days of the"
        + " days of the period; thirty-day-month takes its days of 30; whole takes a begun month as a whole one;"
        + " calendar-month takes its days of each calendar month; average-month takes days times 12/365;"
        + " thirty-days takes days divided by 30. The last two count full periods so too.",
        ("actual-days", FixedProration.ActualDays),
        ("thirty-day-month", FixedProration.ThirtyDayMonth),
        ("whole", FixedProration.Whole),
        ("calendar-month", FixedProration.CalendarMonth),
        ("average-month", FixedProration.AverageMonth),
        ("thirty-days", FixedProration.ThirtyDays));

    /// <summary>Lengths of bill periods that are a month.</summary>
    public static readonly Setting<DayCount?> MonthDays = Setting.Text<DayCount?>(
        "month-days",
        "Lengths of bill periods in days that count as one month where proration is thirty-days or average-month, such"
        + " as 27-33: only shorter and longer ones are prorated. Default: none.",
        null,
        static text => SettingText.Days(text));

    /// <summary>What is rounded where a charge has several lines.</summary>
    public static readonly Setting<LineRounding> LineRounding = Setting.Word(
        "line-rounding",
        "What is rounded where a charge has several lines, as of tiers and time-of-use periods: line rounds each;"
        + " charge rounds their sum and shares it over the lines by the largest remainder, as Lago bills.",
        ("line", Settings.LineRounding.Line),
        ("charge", Settings.LineRounding.Charge));

    /// <summary>How fixed charges count in a first bill that is only a part of its period.</summary>
    public static readonly Setting<FirstPart> FirstPart = Setting.Word(
        "first-part",
        "How a fixed charge per month counts in a first bill that begins inside its period: prorated as any part,"
        + " whole, or free.",
        ("prorated", Settings.FirstPart.Prorated),
        ("whole", Settings.FirstPart.Whole),
        ("free", Settings.FirstPart.Free));

    /// <summary>How fixed charges count in a last bill that ends inside its period.</summary>
    public static readonly Setting<LastPart> LastPart = Setting.Word(
        "last-part",
        "How a fixed charge per month counts in a last bill that ends inside its period: prorated as any part; whole,"
        + " as if it lasted until the end of the period; or free. Where the bill begins inside its period too,"
        + " first-part whole or free goes before it.",
        ("prorated", Settings.LastPart.Prorated),
        ("whole", Settings.LastPart.Whole),
        ("free", Settings.LastPart.Free));

    /// <summary>Which price a fixed charge has in a bill inside which the tariff changes.</summary>
    public static readonly Setting<InsideChange> InsideChange = Setting.Word(
        "inside-change",
        "Which price a fixed charge per month has in a bill inside which it changes: by-days counts each price by its"
        + " days; price-before takes that of its first days for all; price-after that of its last days.",
        ("by-days", Settings.InsideChange.ByDays),
        ("price-before", Settings.InsideChange.PriceBefore),
        ("price-after", Settings.InsideChange.PriceAfter));

    /// <summary>To which tier a quantity exactly at a limit belongs.</summary>
    public static readonly Setting<TierLimit> TierLimit = Setting.Word(
        "tier-limit",
        "To which tier a quantity exactly at a limit belongs where the price does not say: inclusive to the lower"
        + " (\"up to and including\"), exclusive to the upper (\"less than\").",
        ("inclusive", Tariffs.TierLimit.Inclusive),
        ("exclusive", Tariffs.TierLimit.Exclusive));

    /// <summary>Decimals of limits of tiers.</summary>
    public static readonly Setting<decimal?> TierDecimals = Setting.Number(
        "tier-decimals",
        "Decimals that limits of tiers, cut by days or times the days, are rounded to, such as 0 for whole kWh."
        + " Default: six where they are cut, else exact.",
        null,
        (0m, TierDecimalsMax));

    /// <summary>What the tiers of a time-of-use period count.</summary>
    public static readonly Setting<TierCounting> TiersOver = Setting.Word(
        "tiers-over",
        "What the tiers of time-of-use periods count where the price does not say: period counts each period alone;"
        + " pro-rata counts the use of all, and gives each period its share of every tier; time-order counts the use of"
        + " all as it comes.",
        ("period", TierCounting.OfPeriod),
        ("pro-rata", TierCounting.OfWholeProRata),
        ("time-order", TierCounting.OfWholeInOrder));

    /// <summary>What a period with fewer tiers costs beyond its last one.</summary>
    public static readonly Setting<TierBeyond> TierBeyond = Setting.Word(
        "tiers-beyond",
        "What a period's share of a tier costs that it has no price for, where tiers are shared pro rata and another"
        + " period in use has more of them: last takes its last price; free costs nothing, as OpenStudio-HPXML counts.",
        ("last", Prices.TierBeyond.Last),
        ("free", Prices.TierBeyond.Free));

    /// <summary>How tiers over the whole use are shared over time-of-use periods.</summary>
    public static readonly Setting<TierCounting> TierSplit = Setting.Word(
        "tier-split",
        "How tiers that count the use of all periods are shared over the periods where the price does not say: pro-rata"
        + " gives each period its share of every tier, time-order fills the tiers as the use comes.",
        ("pro-rata", TierCounting.OfWholeProRata),
        ("time-order", TierCounting.OfWholeInOrder));

    /// <summary>Whether the flat fee of the first tier is due without any use.</summary>
    public static readonly Setting<ZeroUseFee> ZeroUseFee = Setting.Word(
        "zero-use-fee",
        "Whether the flat fee of the first tier of a metered charge is due in a period without use.",
        ("charged", Settings.ZeroUseFee.Charged),
        ("free", Settings.ZeroUseFee.Free));

    /// <summary>First day of the year of yearly tiers and minimums.</summary>
    public static readonly Setting<AnnualDate> YearStart = Setting.Text(
        "year-start",
        "First day of the year that yearly tiers and yearly minimums with true-up are counted in, such as 04-01."
        + " Default: 01-01.",
        new AnnualDate(1, 1),
        static text => SettingText.AnnualDay(text));

    /// <summary>Events of this contract, over those of the tariff.</summary>
    public static readonly Setting<ImmutableArray<PeakEvent>> PeakEvents = Setting.Text<ImmutableArray<PeakEvent>>(
        "peak-events",
        "Critical-peak events that are added to those of the tariff: 2025-07-14T16:00/21:00, several with a comma; a"
        + " baseline of the customer for a rebate follows as =12.5. They count in every list of events, or in the one"
        + " that is named: system@2025-07-14T16:00/17:00.",
        [],
        static text => SettingText.Events(text));

    /// <summary>Whether percentages before a percentage count.</summary>
    public static readonly Setting<PercentageBase> PercentageBase = Setting.Word(
        "percentage-base",
        "What a percentage is taken of where other percentages stand before it and it does not say: sequence counts"
        + " them, original does not.",
        ("sequence", Metered.PercentageBase.Sequence),
        ("original", Metered.PercentageBase.Original));

    /// <summary>Which amounts a percentage is taken of.</summary>
    public static readonly Setting<PercentageAmounts> PercentageAmounts = Setting.Word(
        "percentage-amounts",
        "Which amounts of the lines before it a percentage is taken of that does not say: rounded takes those that are"
        + " billed; exact takes them before they are rounded, so that nothing is rounded twice.",
        ("rounded", Metered.PercentageAmounts.Rounded),
        ("exact", Metered.PercentageAmounts.Exact));

    /// <summary>Whether credits count towards a minimum.</summary>
    public static readonly Setting<MinimumBase> MinimumBase = Setting.Word(
        "minimum-base",
        "What counts towards a minimum that does not say: net counts the lines before it with credits, so that credits"
        + " never go under it; charges leaves credits out, so that they do.",
        ("net", Metered.MinimumBase.Net),
        ("charges", Metered.MinimumBase.Charges));

    /// <summary>How many items a contract has.</summary>
    public static readonly Setting<decimal?> Items = Setting.Number(
        "items", "Number of items of the contract, such as lamps or dwellings, for charges per item.", null,
        (0m, NumberMax));

    /// <summary>Connected or installed power.</summary>
    public static readonly Setting<decimal?> InstalledPower = Setting.Number(
        "installed-kw", "Connected or installed kW of the contract, for charges per kW.", null, (0m, NumberMax));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All =>
    [
        Proration, MonthDays, LineRounding, FirstPart, LastPart, InsideChange, TierLimit, TierDecimals, TiersOver,
        TierBeyond, TierSplit, ZeroUseFee, YearStart, PeakEvents, PercentageBase, PercentageAmounts, MinimumBase,
        Items, InstalledPower,
    ];
}
