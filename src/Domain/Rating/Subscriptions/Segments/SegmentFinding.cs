using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>Finds the parts of periods that are due by a bill, from the life as that bill knows it.</summary>
internal sealed class SegmentFinding(
    SubscriptionRequest request, RatingSettings settings, LifeTimeline timeline, BillMoment moment)
{
    /// <summary>All parts that are due by the bill, billed before or not.</summary>
    public IReadOnlyList<Segment> Due()
    {
        var segments = new List<Segment>();
        var since = request.Life.Start;
        for (var i = 0; i < timeline.Spans.Length; i++)
        {
            var span = timeline.Spans[i];
            if (i > 0 && timeline.Spans[i - 1].Tariff != span.Tariff)
                since = span.From;
            if (span.Phase == LifePhase.Active && request.Tariff(span.Tariff) is { } tariff)
                AddSpan(segments, span, tariff, since.Date);
        }
        return settings.Of(SubscriptionSettings.QuantityChange) == QuantityChange.Highest
            ? [.. HighestQuantity.Of(segments).Where(static segment => segment.IsDue)]
            : segments.FindAll(static segment => segment.IsDue);
    }

    private void AddSpan(List<Segment> segments, LifeSpan span, Tariff tariff, LocalDate since)
    {
        foreach (var (version, from, until) in CustomerVersions.Of(
            tariff, request.Life.CustomerSince ?? since, settings))
        {
            foreach (var charge in version.Charges.Select(RecurringKinds.Of).OfType<SubscriptionCharge>())
                AddCharge(segments, span, (tariff, version, charge), (since, from, until));
        }
    }

    private void AddCharge(
        List<Segment> segments,
        LifeSpan span,
        (Tariff Tariff, TariffVersion Version, SubscriptionCharge Charge) priced,
        (LocalDate Since, LocalDate From, LocalDate? Until) valid)
    {
        var charge = priced.Charge;
        var anchor = LifeTimeline.AnchorOf(span, charge.Interval, settings);
        var last = LastDay(span);
        for (var full = anchor.PeriodOf(LocalDate.Max(span.DayOf(span.From), EarliestDay(charge)));
            full.From <= last;
            full = anchor.PeriodOf(full.Until))
        {
            if (full.Until >= moment.Cutoff
                && RangeOf(full, span, charge, valid) is { } range
                && Of(priced, full, span, range) is { } part)
            {
                segments.Add(part with { IsDue = IsDue(charge, range) });
            }
        }
    }

    private LocalDate EarliestDay(SubscriptionCharge charge) => moment.Cutoff.PlusDays(-charge.Interval.DaysMax);

    private LocalDate LastDay(LifeSpan span)
    {
        var last = span.Until == LifeTimeline.Never ? moment.On : span.Until.Date;
        return IsAllDue ? last : LocalDate.Min(last, moment.On);
    }

    // The part of the period in the span, on the days on which the version and the charge count.
    private TimeRange? RangeOf(
        Period full,
        LifeSpan span,
        SubscriptionCharge charge,
        (LocalDate Since, LocalDate From, LocalDate? Until) valid)
    {
        var (from, until) = (full.From.At(span.Boundary), full.Until.At(span.Boundary));
        if (settings.Of(SubscriptionSettings.PriceChange) == PriceChange.Split)
        {
            from = LocalDateTime.Max(from, valid.From.AtMidnight());
            until = LocalDateTime.Min(until, valid.Until?.AtMidnight() ?? until);
        }
        else
        {
            var decisive = LocalDate.Max(full.From, valid.Since);
            if (decisive < valid.From || decisive >= valid.Until)
                return null;
        }
        from = LocalDateTime.Max(from, span.From);
        until = LocalDateTime.Min(until, span.Until);
        if (charge.Head.ValidFrom is { } first)
            from = LocalDateTime.Max(from, first.AtMidnight());
        if (charge.Head.ValidUntil is { } end)
            until = LocalDateTime.Min(until, end.AtMidnight());
        return from < until ? new TimeRange(from, until) : null;
    }

    private bool IsDue(SubscriptionCharge charge, TimeRange range)
    {
        if (IsAllDue)
            return true;
        return charge.IsInAdvance
            ? range.From.Date <= moment.On && range.From.Date < moment.AdvanceBefore
            : range.Until.Date <= moment.On;
    }

    private bool IsAllDue => timeline.AllDueFrom?.Date <= moment.On;

    // The day it starts on is due with the others, so that their bill is that of the start.
    private TimeRange AfterFirstDay(TimeRange range)
    {
        var isLeftOut = settings.Of(SubscriptionSettings.FirstDay) == FirstDay.Exclusive
            && range.From == request.Life.Start && range.From.TimeOfDay == LocalTime.Midnight;
        return isLeftOut ? range with { From = range.From.PlusDays(1) } : range;
    }

    private Segment? Of(
        (Tariff Tariff, TariffVersion Version, SubscriptionCharge Charge) priced,
        Period full,
        LifeSpan span,
        TimeRange range)
    {
        var charge = priced.Charge;
        var quantity = span.QuantityOf(charge.Item);
        // A first part that costs as much as a full period is one.
        var start = request.Life.Start.Date;
        if (full.From < start)
        {
            switch (settings.Of(MeteredSettings.FirstPart))
            {
                case FirstPart.Free:
                    return null;
                case FirstPart.Whole when start < full.Until:
                    full = new Period(start, full.Until);
                    break;
                default:
                    range = AfterFirstDay(range);
                    break;
            }
            if (range.Until <= range.From)
                return null;
        }
        var reference = priced.Tariff.Reference(priced.Version);
        var own = request.Overrides.LastOrDefault(given => given.Covers(charge.Head.Code, full.From));
        return new Segment(
            priced.Tariff,
            priced.Version,
            own is null ? charge : charge with { Price = own.Price },
            new SegmentKey(charge.Head.Code, reference, full, quantity),
            range);
    }
}
