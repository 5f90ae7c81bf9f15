using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>
/// Parts of periods paid in advance of which the highest quantity counts: the first quantity goes on to the end, and
/// each that is higher than all before adds what it is more. A lower one changes nothing.
/// </summary>
internal static class HighestQuantity
{
    /// <summary>The same segments, those in advance by their highest quantities.</summary>
    public static IEnumerable<Segment> Of(IEnumerable<Segment> segments) => segments
        .GroupBy(static segment => (segment.Key.Code, segment.Key.TariffVersion, segment.Key.Full))
        .SelectMany(static group => group.First().Charge.IsInAdvance ? Rising(group) : group);

    private static IEnumerable<Segment> Rising(IEnumerable<Segment> period)
    {
        var run = new List<Segment>();
        // What a pause cut off was given back and begins anew.
        foreach (var segment in period.OrderBy(static segment => segment.Range.From))
        {
            if (run.Count > 0 && run[^1].Range.Until != segment.Range.From)
            {
                foreach (var part in RisingIn(run))
                    yield return part;
                run.Clear();
            }
            run.Add(segment);
        }
        foreach (var part in RisingIn(run))
            yield return part;
    }

    private static IEnumerable<Segment> RisingIn(List<Segment> run)
    {
        var until = run[^1].Range.Until;
        decimal? highest = null;
        foreach (var segment in run)
        {
            if (segment.Key.Quantity <= highest)
                continue;
            yield return segment with
            {
                Key = segment.Key with { Above = highest },
                Range = segment.Range with { Until = until },
            };
            highest = segment.Key.Quantity;
        }
    }

    /// <summary>The range, begun as early as another of its key: when a rise was is no part of its price.</summary>
    public static TimeRange Covering(SegmentKey key, TimeRange range, TimeRange other) =>
        key.Above is null || other.Until <= range.From || range.Until <= other.From
            ? range
            : range with { From = LocalDateTime.Min(range.From, other.From) };
}
