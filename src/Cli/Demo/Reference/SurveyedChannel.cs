using BillingActors.Grains.Interfaces.Metering;
using NodaTime;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>An interval channel as the files show it: shape, and from when until when it has values.</summary>
internal sealed class SurveyedChannel(ChannelDay first)
{
    public string Id => first.Channel;

    public string Unit => first.Unit;

    public string Direction => first.Direction;

    public int IntervalMinutes => first.IntervalMinutes;

    public int OffsetMinutes => first.OffsetMinutes;

    public DateOnly FirstDay { get; private set; } = first.Day;

    /// <summary>Begin of the first interval with a value.</summary>
    public Instant From { get; private set; } = Instant.MaxValue;

    /// <summary>End of the last interval with a value.</summary>
    public Instant Until { get; private set; } = Instant.MinValue;

    /// <summary>Takes a day of the channel in.</summary>
    public void Take(ChannelDay day)
    {
        FirstDay = day.Day < FirstDay ? day.Day : FirstDay;
        var present = day.Quality.Where(run => run.Quality != "missing").ToList();
        if (present.Count == 0)
            return;
        var midnight = Instant.FromUtc(day.Day.Year, day.Day.Month, day.Day.Day, 0, 0)
            - Duration.FromMinutes(day.OffsetMinutes);
        var from = midnight + Duration.FromMinutes((present.Min(run => run.First) - 1) * day.IntervalMinutes);
        var until = midnight + Duration.FromMinutes(present.Max(run => run.Last) * day.IntervalMinutes);
        (From, Until) = (Instant.Min(From, from), Instant.Max(Until, until));
    }
}
