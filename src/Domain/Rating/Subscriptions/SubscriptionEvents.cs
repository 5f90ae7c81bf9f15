using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Subscriptions.Segments;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Rates the usage of a subscription: all events of each period that has ended and is not closed.</summary>
internal sealed class SubscriptionEvents(
    SubscriptionRequest request, RatingSettings settings, LifeTimeline timeline, BillMoment moment)
{
    /// <summary>The lines that the periods come to now, whatever was billed for them.</summary>
    public ImmutableArray<RatedLine> Rate(EventLog log, BillingInterval cycle, CounterList counters, HoldList holds)
    {
        var rating = new EventRating(log, settings, counters, holds);
        var drafts = new LineDrafts(request);
        var lines = ImmutableArray.CreateBuilder<RatedLine>();
        foreach (var (tariff, since, full, range) in RangesOf(cycle))
        {
            var zone = tariff.Zone ?? request.Zone;
            var span = new EventSpan(range.Days, InstantOf(range.From, zone), InstantOf(range.Until, zone), zone)
                .Within(full, settings);
            if (VersionOf(tariff, since, range.From.Date) is not { } version)
                continue;
            foreach (var charge in version.Charges.OfType<EventCharge>())
            {
                if (IsLeftAsBilled(charge, span, log))
                    continue;
                var own = request.Overrides.LastOrDefault(given => given.Covers(charge.Head.Code, range.From.Date));
                rating.AddTo(
                    lines,
                    own is null ? charge : charge with { Price = own.Price },
                    drafts.Of(tariff, version, charge.Head, range.Days),
                    span);
            }
        }
        return lines.ToImmutable();
    }

    // No event given for a period that was billed says nothing about it.
    private bool IsLeftAsBilled(EventCharge charge, EventSpan span, EventLog log) =>
        request.State.Billed.Any(entry => entry.Charge == charge.Head.Code && entry.Period == span.Days)
        && !log.Between(span.From, span.Until).Any();

    private TariffVersion? VersionOf(Tariff tariff, LocalDate since, LocalDate day) =>
        CustomerVersions.Of(tariff, request.Life.CustomerSince ?? since, settings)
            .Where(known => known.From <= day && (known.Until is not { } until || day < until))
            .Select(known => known.Version).FirstOrDefault();

    private IEnumerable<(Tariff Tariff, LocalDate Since, Period Full, TimeRange Range)> RangesOf(BillingInterval cycle)
    {
        foreach (var (span, since) in MergedSpans())
        {
            if (request.Tariff(span.Tariff) is not { } tariff)
                continue;
            var anchor = LifeTimeline.AnchorOf(span, cycle, settings);
            var last = span.Until == LifeTimeline.Never ? moment.On : LocalDate.Min(span.Until.Date, moment.On);
            var first = LocalDate.Max(span.From.Date, moment.Cutoff.PlusDays(-cycle.DaysMax));
            for (var full = anchor.PeriodOf(first); full.From <= last; full = anchor.PeriodOf(full.Until))
            {
                var from = LocalDateTime.Max(full.From.AtMidnight(), span.From);
                var until = LocalDateTime.Min(full.Until.AtMidnight(), span.Until);
                if (from < until && until.Date <= moment.On && until.Date >= moment.Cutoff)
                    yield return (tariff, since, full, new TimeRange(from, until));
            }
        }
    }

    // Usage is not cut where only a quantity changes.
    private IEnumerable<(LifeSpan Span, LocalDate Since)> MergedSpans()
    {
        LifeSpan? open = null;
        foreach (var span in timeline.Spans)
        {
            if (open is not null && open.Tariff == span.Tariff && open.AnchoredFrom == span.AnchoredFrom
                && open.BillingDay == span.BillingDay)
            {
                open = open with { Until = span.Until };
                continue;
            }
            if (open is not null)
                yield return (open, open.From.Date);
            open = span;
        }
        if (open is not null)
            yield return (open, open.From.Date);
    }

    private static Instant InstantOf(LocalDateTime time, DateTimeZone zone) =>
        time.InZoneLeniently(zone).ToInstant();
}
