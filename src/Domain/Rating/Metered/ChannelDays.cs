using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>The days of a channel: the newest version of each, in the order of time.</summary>
/// <param name="Days">The days as they were delivered.</param>
/// <param name="Traits">What they have in common.</param>
internal readonly record struct ChannelDays(ImmutableArray<IntervalDay> Days, DayTraits Traits)
{
    /// <summary>The days, or null after a reason where two of one version contradict each other.</summary>
    public static ChannelDays? Of(string channel, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        // Days mostly are of one channel, come once each and in order: then they are taken as they are.
        var traits = DayTraits.Of(channel, days);
        var own = traits.Count == days.Length ? days : OfChannel(channel, days);
        return traits.AreRising ? new ChannelDays(own, traits) : Newest(channel, own, holds);
    }

    private static ImmutableArray<IntervalDay> OfChannel(string channel, ImmutableArray<IntervalDay> days) =>
        days.RemoveAll(day => day.Channel != channel);

    private static ChannelDays? Newest(string channel, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        var newest = ImmutableArray.CreateBuilder<IntervalDay>();
        foreach (var same in days.GroupBy(IntervalBlock.StartOf).OrderBy(static group => group.Key))
        {
            var version = same.Max(static day => day.Version);
            var latest = same.Where(day => day.Version == version).ToList();
            if (latest.Exists(day => !AreSame(day, latest[0])))
            {
                holds.Add("doubtful-read",
                    $"Channel {channel} has two different deliveries of {latest[0].Day:uuuu-MM-dd}.");
                return null;
            }
            newest.Add(latest[0]);
        }
        var chosen = newest.ToImmutable();
        return new ChannelDays(chosen, DayTraits.Of(channel, chosen));
    }

    private static bool AreSame(IntervalDay left, IntervalDay right) =>
        left.IntervalMinutes == right.IntervalMinutes && left.Scale == right.Scale && left.Unit == right.Unit
        && left.Values.AsSpan().SequenceEqual(right.Values.AsSpan())
        && left.Quality.AsSpan().SequenceEqual(right.Quality.AsSpan());
}
