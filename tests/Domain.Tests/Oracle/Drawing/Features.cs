using BillingActors.Domain.Rating;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>What random bills must reach, so that a generator that loses something fails.</summary>
internal static class Features
{
    private const int MinutesPerDay = 1440;

    /// <summary>What is drawn and, after the empty row, what bills then show.</summary>
    public static readonly string[] All =
    [
        "fixed per Day", "fixed per Month", "fixed per Year", "fixed per Bill", "times a number", "times an option",
        "only if used", "rider with days of its own", "rider of a season", "change of version", "parts of periods",
        "whole periods", "proration actual-days", "proration thirty-day-month", "proration whole",
        "proration calendar-month", "proration average-month", "proration thirty-days",
        "month-days 27-33", "month-days 1-12", "tier-decimals 0", "tier-decimals 1", "blocks in a step",
        "least of a step", "most of a step", "demand over a percentage of another",
        "mean of months", "mean of highest days", "mean of highest windows", "rolling-first-year least",
        "excess-step 1", "excess-rounding down", "first-part whole",
        "first-part free", "last-part whole", "last-part free", "inside-change price-before",
        "inside-change price-after",
        "flat", "graduated per Month", "graduated per Day", "graduated per Bill", "graduated per Year",
        "events per window", "price per Hour", "price per Day", "price per Week", "price per Month",
        "least of a window", "most of a window",
        "graduated per Life", "volume per Life", "tiers of what a count has grown",
        "volume per Month", "volume per Day", "declining blocks", "tiers of a group", "tier-limit exclusive",
        "quantity at a limit", "hours of use", "hours of a billed demand", "hours of an option", "excess",
        "excess by period",
        "block plus units", "block over a demand", "least of a block", "most of a block", "block by width",
        "steps counted from their block",
        "time of use", "time of use, tiers OfPeriod", "time of use, tiers OfWholeProRata",
        "time of use, tiers OfWholeInOrder", "tier-split time-order", "two channels", "two determinants",
        "demand", "demand by period", "tiers on demand", "ratchet", "least demand", "contract demand",
        "demand over another", "demand of each day", "demand-window sliding", "demand-part whole",
        "demand-span version", "demand-rounding up", "ratchet-first-year own-month", "ratchet-own-month in",
        "demand per day", "coincident demand", "coincident demand of earlier events",
        "percentage", "least of a percentage", "most of a percentage", "percentage-base original",
        "energy netting", "energy netting by period", "net delivery paid", "money netting", "surplus Pay",
        "surplus PayNetUse", "surplus Forfeit", "net-metering-credit next-bill", "net-metering-settle year",
        "net-metering-sharing total", "net-metering-order in-order", "subscription", "subscription by quantity",
        "package", "stairstep", "stepped volume", "stepped graduated", "percentage of events", "matrix",
        "each event priced", "grouped events", "filtered events", "events Sum", "events Count", "events Max",
        "events Latest", "events Unique", "events WeightedSum", "events ProratedSum", "calls", "calls by hours", "data",
        "roaming", "received calls cost", "continuation", "cheaper after a while", "least of a call",
        "most of a call", "rounding of a call", "allowance minutes", "allowance daily", "allowance credit",
        "rounding of durations by step", "price of an attempt", "call-increments whole-call",
        "call-increments each-part", "percentage-amounts exact", "matrix of ranges",
        "weights of hours", "conversion", "converted windows", "factor that changes", "converted-rounding interval",
        "total-least 5", "total-most 30", "total-limits-part prorated", "a bill brought to a limit",
        "duration-rounding nearest", "duration-rounding down", "short calls free", "bucket-end split",
        "zero-duration increment", "call-steps paid", "call-steps destination", "call-least highest",
        "session of several destinations", "events by hours",
        "call-lines by-part", "call-split rate-of-start", "increment-decimals 3", "taxes",
        "exact sum to a multiple", "sum of lines to a multiple", "total-rounding 10", "total-rounding 0.05",
        "total-rounding-mode up", "total-rounding-mode down", "a sum brought to a multiple",

        "bill of EUR", "bill of JPY", "bill of KWD", "a day that is no 24 hours", "hours of a day that is no 24 hours",
        "a holiday", "hours by season", "a second tier", "a fourth tier", "a demand raised by a ratchet",
        "a demand raised to a least", "a demand raised to a contract", "a demand of earlier events",
        "a minimum missed", "a maximum passed",
        "a percentage bounded", "a credit", "an allowance used", "credit used for a call", "a bank used",
        "a true-up of energy", "a year settled", "a line of half a minor unit",
    ];

    /// <summary>What a bill shows.</summary>
    public static IEnumerable<string> ShownBy(RatingRequest request, RatingResult result)
    {
        yield return $"bill of {request.Currency}";
        if (!result.Holds.IsEmpty)
            yield break;
        var service = DaySpan.Of(request.Service);
        var zone = ZoneRules.Of((request.Tariff.Zone ?? request.Zone).Id);
        var isChanged = zone.StartOf(service.Until) - zone.StartOf(service.From) != service.Count * MinutesPerDay;
        if (isChanged)
            yield return "a day that is no 24 hours";
        var byHour = result.Lines.Where(static line => line is { TimeOfUse: not null, Source.Kind: "intervals" })
            .Select(static line => line.Code).ToHashSet(StringComparer.Ordinal);
        if (isChanged && byHour.Count > 0)
            yield return "hours of a day that is no 24 hours";
        var calendars = request.Tariff.Versions[0].Calendars;
        if (byHour.Count > 0 && calendars.Any(one => one.Holidays.Any(request.Service.Contains)))
            yield return "a holiday";
        if (byHour.Count > 0 && calendars.Any(static one => !one.Seasons.IsEmpty))
            yield return "hours by season";
        foreach (var line in result.Lines)
        {
            foreach (var shown in ShownBy(line))
                yield return shown;
        }
    }

    private static IEnumerable<string> ShownBy(RatedLine line)
    {
        var reference = line.Source.Reference;
        if (line.Tier is "2" or "1.2" or "2.1")
            yield return "a second tier";
        if (line.Tier is "4")
            yield return "a fourth tier";
        if (reference.Contains("ratchet", StringComparison.Ordinal))
            yield return "a demand raised by a ratchet";
        if (reference.Contains("at least", StringComparison.Ordinal))
            yield return "a demand raised to a least";
        if (reference.Contains("of the contract demand", StringComparison.Ordinal))
            yield return "a demand raised to a contract";
        if (reference.StartsWith("events ", StringComparison.Ordinal)
            && !reference.Contains("none known", StringComparison.Ordinal))
        {
            yield return "a demand of earlier events";
        }
        if (reference.Contains("bounded", StringComparison.Ordinal))
            yield return "a percentage bounded";
        if (reference.StartsWith("true-up of", StringComparison.Ordinal))
            yield return "a true-up of energy";
        if (reference == "true-up")
            yield return "a year settled";
        if (reference == "credit used")
            yield return "a bank used";
        if (line.Amount.Minor < 0)
            yield return "a credit";
        if (line.Code == "rounded")
            yield return "a sum brought to a multiple";
        if (line.Code is "minimum" or "maximum")
            yield return line.Code == "minimum" ? "a minimum missed" : "a maximum passed";
        if (line.Code is "minutes" or "daily" && line.Source.Kind == "calls")
            yield return "an allowance used";
        if (line.Code == "credit" && line.Source.Kind == "calls")
            yield return "credit used for a call";
        if (decimal.Abs(line.ExactAmount * line.Amount.Currency.Scale % 1m) == 0.5m)
            yield return "a line of half a minor unit";
    }
}
