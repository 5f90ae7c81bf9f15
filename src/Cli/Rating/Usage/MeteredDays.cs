using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using NodaTime;
using NodaTime.Text;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Makes usage of interval days: one meter with all their channels, and the local days they fill.</summary>
internal static class MeteredDays
{
    private const string Meter = "meter";

    /// <summary>The usage of channels that were read value by value.</summary>
    public static GivenUsage Of(IEnumerable<(ChannelDraft Channel, int Minutes)> drafts, UsageContext context)
    {
        var days = new List<IntervalDay>();
        var channels = new List<Channel>();
        var errors = new List<RatingError>();
        foreach (var (channel, minutes) in drafts)
        {
            var cut = new DraftedDays(channel, minutes);
            days.AddRange(cut.Cut(context.TimeZone));
            errors.AddRange(cut.Errors);
            channels.Add(new Channel(channel.Name, channel.Unit, channel.Direction, minutes, cut.OffsetMinutes));
        }
        return errors.Count > 0 ? throw UnratableException.Usage(errors) : Of(days, channels, context);
    }

    /// <summary>The usage of days and channels.</summary>
    public static GivenUsage Of(
        IReadOnlyCollection<IntervalDay> days, IEnumerable<Channel> channels, UsageContext context)
    {
        if (days.Count == 0)
            throw UnratableException.Usage(new RatingError("", 0, "usage-empty", "There is no value to bill."));
        var (first, last) = (days.Min(FirstOf), days.Max(LastOf));
        var meter = new Meter(Meter, LocalDate.MinIsoValue, null, [], [.. channels]);
        var covered = WholeDays(first, last, context.DayZone);
        return new GivenUsage
        {
            Metered = new ContractUsage(new ServicePoint("", "", [meter]), [.. days], []),
            Covered = covered,
            Remark = RemarkOf((first, last), covered, context.DayZone),
        };
    }

    private static Period? WholeDays(Instant first, Instant last, DateTimeZone zone)
    {
        var from = first.InZone(zone).Date;
        if (zone.AtStartOfDay(from).ToInstant() < first)
            from = from.PlusDays(1);
        var until = last.InZone(zone).Date;
        return from < until ? new Period(from, until) : null;
    }

    private static string? RemarkOf((Instant First, Instant Last) given, Period? covered, DateTimeZone zone)
    {
        if (covered is not { } days)
            return null;
        var isCut = zone.AtStartOfDay(days.From).ToInstant() != given.First
            || zone.AtStartOfDay(days.Until).ToInstant() != given.Last;
        return isCut
            ? $"The usage from {Print(given.First)} to {Print(given.Last)} fills the days {days} of {zone.Id}; "
                + "the rest is not billed."
            : null;
    }

    private static string Print(Instant instant) => InstantPattern.General.Format(instant);

    private static Instant FirstOf(IntervalDay day) =>
        StartOf(day).Plus(Duration.FromMinutes((long)(Given(day).First - 1) * day.IntervalMinutes));

    private static Instant LastOf(IntervalDay day) =>
        StartOf(day).Plus(Duration.FromMinutes((long)Given(day).Last * day.IntervalMinutes));

    private static Instant StartOf(IntervalDay day) =>
        day.Day.AtMidnight().WithOffset(Offset.FromSeconds(day.OffsetMinutes * 60)).ToInstant();

    // The first and last interval that has a value; of a day without any, all of it.
    private static (int First, int Last) Given(IntervalDay day)
    {
        ImmutableArray<QualityRun> given = [.. day.Quality.Where(static run => run.Quality != ReadQuality.Missing)];
        return given.IsEmpty ? (1, day.Values.Length) : (given[0].First, given[^1].Last);
    }
}
