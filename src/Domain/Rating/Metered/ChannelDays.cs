using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Picks the days of a channel: the newest version of each, in the order of time.</summary>
internal static class ChannelDays
{
    /// <summary>The days, or null after a reason where two of one version contradict each other.</summary>
    public static ImmutableArray<IntervalBlock>? Of(string channel, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        var blocks = ImmutableArray.CreateBuilder<IntervalBlock>(days.Length);
        var isRising = true;
        foreach (var day in days)
        {
            if (day.Channel != channel)
                continue;
            var block = IntervalBlock.Of(day);
            isRising &= blocks.Count == 0 || blocks[^1].Start < block.Start;
            blocks.Add(block);
        }
        // Days mostly come once each and in order.
        return isRising ? blocks.DrainToImmutable() : Newest(channel, blocks, holds);
    }

    private static ImmutableArray<IntervalBlock>? Newest(
        string channel, IEnumerable<IntervalBlock> blocks, HoldList holds)
    {
        var newest = ImmutableArray.CreateBuilder<IntervalBlock>();
        foreach (var same in blocks.GroupBy(static block => block.Start).OrderBy(static group => group.Key))
        {
            var version = same.Max(static block => block.Day.Version);
            var latest = same.Where(block => block.Day.Version == version).ToList();
            if (latest.Exists(block => !AreSame(block.Day, latest[0].Day)))
            {
                holds.Add("doubtful-read",
                    $"Channel {channel} has two different deliveries of {latest[0].Day.Day:uuuu-MM-dd}.");
                return null;
            }
            newest.Add(latest[0]);
        }
        return newest.ToImmutable();
    }

    private static bool AreSame(IntervalDay left, IntervalDay right) =>
        left.IntervalMinutes == right.IntervalMinutes && left.Scale == right.Scale && left.Unit == right.Unit
        && left.Values.AsSpan().SequenceEqual(right.Values.AsSpan())
        && left.Quality.AsSpan().SequenceEqual(right.Quality.AsSpan());
}
