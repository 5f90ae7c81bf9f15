using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>The days of a channel: the newest version of each, in the order of time.</summary>
/// <param name="Blocks">The days on the time line.</param>
/// <param name="Traits">What they have in common.</param>
internal readonly record struct ChannelDays(ImmutableArray<IntervalBlock> Blocks, DayTraits Traits)
{
    /// <summary>The days, or null after a reason where two of one version contradict each other.</summary>
    public static ChannelDays? Of(string channel, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        var blocks = new IntervalBlock[days.Length];
        var (count, isRising, traits) = (0, true, new DayTraits());
        var clock = new MidnightCount();
        foreach (var day in days)
        {
            if (day.Channel != channel)
                continue;
            var block = new IntervalBlock(day, clock.Of(day.Day) - day.OffsetMinutes);
            isRising &= count == 0 || blocks[count - 1].Start < block.Start;
            traits.Add(block);
            blocks[count++] = block;
        }
        if (count < blocks.Length)
            Array.Resize(ref blocks, count);
        // Days mostly come once each and in order.
        return isRising
            ? new ChannelDays(ImmutableCollectionsMarshal.AsImmutableArray(blocks), traits)
            : Newest(channel, blocks, holds);
    }

    private static ChannelDays? Newest(string channel, IEnumerable<IntervalBlock> blocks, HoldList holds)
    {
        var newest = ImmutableArray.CreateBuilder<IntervalBlock>();
        var traits = new DayTraits();
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
            traits.Add(latest[0]);
        }
        return new ChannelDays(newest.ToImmutable(), traits);
    }

    private static bool AreSame(IntervalDay left, IntervalDay right) =>
        left.IntervalMinutes == right.IntervalMinutes && left.Scale == right.Scale && left.Unit == right.Unit
        && left.Values.AsSpan().SequenceEqual(right.Values.AsSpan())
        && left.Quality.AsSpan().SequenceEqual(right.Quality.AsSpan());
}
