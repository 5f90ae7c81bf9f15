using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>
/// Bills the difference between what is due by now and what was billed: credits for parts that are no longer due, then
/// charges for parts that are not billed yet. So a change needs no rule of its own, nor does one that comes late.
/// </summary>
internal sealed class SegmentBilling(
    RatingSettings settings, LifeTimeline timeline, SegmentPricing pricing, Func<BilledSegment, Segment?> segmentOf)
{
    private readonly ImmutableArray<RatedLine>.Builder _lines = ImmutableArray.CreateBuilder<RatedLine>();
    private readonly List<BilledSegment> _billed = [];
    private readonly List<(int Line, int Billed)> _charged = [];

    /// <summary>The lines of the bill, and what is billed after it.</summary>
    public (ImmutableArray<RatedLine> Lines, IEnumerable<BilledAmount> Billed) Bill(
        IReadOnlyList<Segment> due, IReadOnlyList<BilledSegment> before)
    {
        foreach (var billed in before)
            Credit(billed, RangesOf(billed.Key, billed.Range, due.Select(static one => (one.Key, one.Range))));
        foreach (var segment in due)
            Charge(segment, RangesOf(segment.Key, segment.Range, before.Select(static one => (one.Key, one.Range))));
        if (settings.Of(SubscriptionSettings.ChangeRounding) == ChangeRounding.Difference)
            RoundDifferences();
        return (_lines.ToImmutable(), _billed.Select(static billed => billed.ToState()));
    }

    private static ImmutableArray<TimeRange> RangesOf(
        SegmentKey key, TimeRange range, IEnumerable<(SegmentKey Key, TimeRange Range)> others) =>
    [
        .. others.Where(other => other.Key == key)
            .Select(other => HighestQuantity.Covering(key, other.Range, range)),
    ];

    private void Credit(BilledSegment billed, ImmutableArray<TimeRange> due)
    {
        foreach (var unused in billed.Range.Without(due).OrderByDescending(range => range.From))
        {
            if (!IsGivenBack(unused) || segmentOf(billed) is not { } segment)
                continue;
            var lines = pricing.Credit(segment, billed, unused);
            _lines.AddRange(lines);
            var left = billed.AmountMinor + lines.Sum(static line => line.Amount.Minor);
            var rest = billed.Range.Without([unused]);
            // What lies after the credit is priced anew, and the part before it has what is left.
            foreach (var later in rest.Skip(1))
            {
                var amount = pricing.Used(segment, later).Sum(static line => line.Amount.Minor);
                _billed.Add(billed with { Range = later, AmountMinor = amount });
                left -= amount;
            }
            if (rest.Count == 0)
                return;
            billed = billed with { Range = rest[0], AmountMinor = left };
        }
        _billed.Add(billed);
    }

    private void Charge(Segment segment, ImmutableArray<TimeRange> billed)
    {
        foreach (var range in segment.Range.Without(billed))
        {
            var lines = pricing.Charge(segment, range);
            _lines.AddRange(lines);
            _billed.Add(new BilledSegment(segment.Key, range, lines.Sum(static line => line.Amount.Minor)));
            _charged.Add((_lines.Count - 1, _billed.Count - 1));
        }
    }

    // What the credit of a part and its charge come to together is rounded once; the charge has the cent.
    private void RoundDifferences()
    {
        foreach (var (at, billed) in _charged)
        {
            var charge = _lines[at];
            var change = _lines.Where(line => line.Code == charge.Code && line.Period == charge.Period).ToList();
            if (change.TrueForAll(static line => line.Source.Kind != SegmentPricing.CreditKind))
                continue;
            var rest = pricing.DifferenceOf(change).Minor - change.Sum(static line => line.Amount.Minor);
            _lines[at] = charge with { Amount = charge.Amount + new Money(rest, charge.Amount.Currency) };
            _billed[billed] = _billed[billed] with { AmountMinor = _billed[billed].AmountMinor + rest };
        }
    }

    private bool IsGivenBack(TimeRange unused)
    {
        if (unused.From >= timeline.End)
            return timeline.CancelCredit == UnusedCredit.Given;
        var setting = timeline.At(unused.From)?.Phase == LifePhase.Paused
            ? SubscriptionSettings.PauseCredit
            : SubscriptionSettings.ChangeCredit;
        return settings.Of(setting) == UnusedCredit.Given;
    }
}
