using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Prices;

namespace BillingActors.Domain.Explanations;

/// <summary>Lines of one bill that are compared as one.</summary>
internal sealed class LineGroup
{
    // Lines of these kinds count something that runs on with the days.
    private static readonly string[] MeteredKinds =
        ["intervals", "reads", "determinants", "net-metering", "calls", "events"];

    private static readonly string[] PowerUnits = ["W", "VA", "VAr"];

    private readonly ImmutableArray<RatedLine> _lines;

    private LineGroup(ImmutableArray<RatedLine> lines, int days)
    {
        (_lines, Days) = (lines, days);
        foreach (var line in lines)
        {
            Exact += line.ExactAmount;
            Minor += line.Amount.Minor;
            Listed += line.Quantity * line.UnitPrice;
            Estimated += decimal.Abs(line.Quantity) * line.Source.EstimatedShare;
            Size += decimal.Abs(line.Quantity);
        }
    }

    /// <summary>
    /// Sum of the quantities; where several charges price the same use, that of the charge with the most.
    /// </summary>
    public decimal Quantity => LargestOf(static line => line.Quantity);

    /// <summary>Sum of the unrounded amounts.</summary>
    public decimal Exact { get; }

    /// <summary>Sum of the rounded amounts.</summary>
    public long Minor { get; }

    /// <summary>Sum of quantity times unit price: what it comes to before a part of a period is taken.</summary>
    public decimal Listed { get; }

    /// <summary>Days that its charge is for.</summary>
    public int Days { get; }

    /// <summary>The part of the quantity that rests on estimates.</summary>
    public decimal Estimated { get; }

    /// <summary>The quantity without its sign.</summary>
    public decimal Size { get; }

    /// <summary>First of the lines; it names the group.</summary>
    public RatedLine First => _lines[0];

    /// <summary>Whether it gives money back.</summary>
    public bool IsCredit => Minor < 0 || (Minor == 0 && Exact < 0m);

    /// <summary>Whether its quantity was measured or counted.</summary>
    public bool IsMetered => MeteredKinds.Contains(First.Source.Kind, StringComparer.Ordinal);

    /// <summary>Whether its quantity grows with the days: energy does, demand does not.</summary>
    public bool GrowsWithDays => IsMetered && First.Unit != UsageRating.FeeUnit
        && !PowerUnits.Any(unit => First.Unit.EndsWith(unit, StringComparison.Ordinal));

    /// <summary>Whether its quantity is the days themselves.</summary>
    public bool IsOfDays => First.Source.Kind == "days" && _lines.All(line => line.Source.PeriodShare is null);

    /// <summary>Whether it is a percentage of other charges.</summary>
    public bool IsPercentage => First.Source.Kind == "charge" && First.Unit == First.Amount.Currency.Code;

    /// <summary>Quantity with the part of the period taken out of it; the quantity where no part was taken.</summary>
    public decimal Whole => LargestOf(static line =>
        line.Source.PeriodShare is { } share && share != 0m ? line.Quantity / share : line.Quantity);

    /// <summary>The tier of all lines, or null.</summary>
    public string? Tier => _lines.All(line => line.Tier == First.Tier) ? First.Tier : null;

    /// <summary>The time-of-use period of all lines, or null.</summary>
    public string? TimeOfUse => _lines.All(line => line.TimeOfUse == First.TimeOfUse) ? First.TimeOfUse : null;

    /// <summary>Texts of the charges, each once.</summary>
    public string Text => string.Join(" + ", _lines.Select(static line => line.Text).Distinct(StringComparer.Ordinal));

    /// <summary>The versions that priced it, in order.</summary>
    public ImmutableArray<string> Versions =>
        [.. _lines.Select(static line => line.TariffVersion).Distinct(StringComparer.Ordinal)];

    /// <summary>A group of lines, none: null; their charge is for the days of the whole charge.</summary>
    public static LineGroup? Of(IEnumerable<RatedLine> lines, IEnumerable<RatedLine> charge)
    {
        ImmutableArray<RatedLine> all = [.. lines];
        return all.IsEmpty ? null : new LineGroup(all, DaysOf(charge));
    }

    /// <summary>The group for show.</summary>
    public ExplainedSide Shown(Currency currency) => new(
        Rating.Exact.Normalised(Quantity),
        Quantity == 0m ? 0m : Rating.Exact.Normalised(Rounded(Listed / Quantity)),
        Days,
        Size == 0m ? 0m : Rating.Exact.Normalised(Rounded(Estimated / Size)),
        new Money(Minor, currency),
        Versions);

    private decimal LargestOf(Func<RatedLine, decimal> quantity) =>
        _lines.GroupBy(static line => line.Code, StringComparer.Ordinal)
            .Select(charge => charge.Sum(quantity))
            .MaxBy(decimal.Abs);

    private static decimal Rounded(decimal mean) => Rounding.HalfAwayFromZero(mean, Rating.Exact.PriceDecimals);

    // Lines of tiers and hours share their days; each day counts once.
    private static int DaysOf(IEnumerable<RatedLine> charge)
    {
        var days = 0;
        var counted = NodaTime.LocalDate.MinIsoValue;
        foreach (var period in charge.Select(static line => line.Period).OrderBy(static period => period.From))
        {
            var from = NodaTime.LocalDate.Max(counted, period.From);
            if (from < period.Until)
                days += NodaTime.Period.DaysBetween(from, period.Until);
            counted = NodaTime.LocalDate.Max(counted, period.Until);
        }
        return days;
    }
}
