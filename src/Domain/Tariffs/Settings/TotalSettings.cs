using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of the total of a bill.</summary>
public static class TotalSettings
{
    private const decimal MultipleMin = 0.001m;
    private const decimal MultipleMax = 1_000_000m;
    private const decimal LimitMax = 1_000_000_000m;
    private const int TextMax = 80;

    /// <summary>The least a bill comes to, with its taxes.</summary>
    public static readonly Setting<decimal?> Least = Setting.Number(
        "total-least",
        "What a bill comes to at least, with its taxes, in units of the currency; what is missing"
        + " is a line that holds its taxes, one for each way in which lines of the bill are taxed. Default: none.",
        null,
        (0m, LimitMax));

    /// <summary>The most a bill comes to, with its taxes.</summary>
    public static readonly Setting<decimal?> Most = Setting.Number(
        "total-most",
        "What a bill comes to at most, with its taxes, such as a limit of spending that includes VAT; it goes over"
        + " total-least. What is beyond is taken off with the taxes in it, as total-least adds it. Default: none.",
        null,
        (0m, LimitMax));

    /// <summary>What the limits are in a bill of a part of its period.</summary>
    public static readonly Setting<LimitPart> Part = Setting.Word(
        "total-limits-part",
        "What total-least and total-most are in a bill of a part of its period: whole, as they are; prorated, the part"
        + " that the setting proration gives a fixed charge per month, or in the life of a subscription the part that"
        + " the contract has of the bill period, as part-count and part-divisor count it.",
        ("whole", LimitPart.Whole),
        ("prorated", LimitPart.Prorated));

    /// <summary>What the customer reads where a limit counts.</summary>
    public static readonly Setting<string> LimitText = Setting.Text(
        "total-limit-text",
        "What the customer reads on the line that brings a bill to its least or most, of at most 80 characters."
        + " Default: Limit of the bill.",
        "Limit of the bill",
        static text => text.Length is > 0 and <= TextMax ? text : null);

    /// <summary>What the total of a bill is a multiple of.</summary>
    public static readonly Setting<decimal?> Multiple = Setting.Number(
        "total-rounding",
        "What the total of a bill, with its taxes, is brought to a multiple of, in units of the currency, such as 10"
        + " (Korea) or 0.05 (Switzerland); what is missing or too much is an untaxed line of its own. Default: none.",
        null,
        (MultipleMin, MultipleMax));

    /// <summary>Which way.</summary>
    public static readonly Setting<RoundingMethod> Method = Setting.Word(
        "total-rounding-mode",
        "Which way the total of a bill is rounded where total-rounding is given: half (half away from zero), up (away"
        + " from zero) or down (towards zero).",
        ("half", RoundingMethod.Half),
        ("up", RoundingMethod.Up),
        ("down", RoundingMethod.Down));

    /// <summary>What the customer reads.</summary>
    public static readonly Setting<string> Text = Setting.Text(
        "total-rounding-text",
        "What the customer reads on the line that rounds the total, of at most 80 characters. Default: Rounding.",
        "Rounding",
        static text => text.Length is > 0 and <= TextMax ? text : null);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All => [Least, Most, Part, LimitText, Multiple, Method, Text];

    /// <summary>How some settings round the total; null: not at all.</summary>
    public static MultipleRounding? RoundingOf(RatingSettings settings) =>
        settings.Of(Multiple) is { } multiple ? new MultipleRounding(multiple, settings.Of(Method)) : null;

    /// <summary>The limits that some settings have; null: none.</summary>
    public static TotalLimits? LimitsOf(RatingSettings settings)
    {
        var (least, most) = (settings.Of(Least), settings.Of(Most));
        return least is null && most is null ? null : new TotalLimits(least, most, settings.Of(LimitText));
    }
}
