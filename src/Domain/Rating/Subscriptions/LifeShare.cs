using System.Collections.Immutable;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Which part of its bill period a bill of a life is for: the part that the contract has of it.</summary>
/// <param name="request">The subscription.</param>
/// <param name="settings">Its settings.</param>
/// <param name="timeline">Its life as the bill knows it.</param>
internal sealed class LifeShare(SubscriptionRequest request, RatingSettings settings, LifeTimeline timeline)
{
    /// <summary>
    /// The greatest part that the contract has of a bill period in which a line begins: what was used in a part may be
    /// billed with the full period that follows.
    /// </summary>
    public Share Of(ImmutableArray<RatedLine> lines)
    {
        var greatest = Share.None;
        foreach (var day in lines.Select(static line => line.Period.From).Distinct())
        {
            var share = On(day);
            if (share.Part * greatest.Whole > greatest.Part * share.Whole)
                greatest = share;
        }
        return greatest.Part == 0m ? Share.Full : greatest;
    }

    // Several parts of a life may lie in one period, as after a change of quantity; a pause at an end is none of it.
    private Share On(LocalDate day)
    {
        if (timeline.Spans.LastOrDefault(one => one.From.Date <= day) is not { } span)
            return Share.None;
        // What is given back at the end is of the period that ends there.
        var full = PeriodOf(span, LocalDate.Min(day, span.Until.PlusTicks(-1).Date));
        var within = timeline.Spans
            .Where(one => one.Phase != LifePhase.Paused && one.From < full.Until.AtMidnight()
                && one.Until > full.From.AtMidnight() && PeriodOf(one, DayIn(one, full)) == full)
            .ToList();
        if (within.Count == 0)
            return Share.None;
        var interval = request.Life.Cycle ?? BillDays.CycleOf(request, span.Tariff);
        var from = LocalDateTime.Max(within[0].From, full.From.AtMidnight());
        var until = LocalDateTime.Min(within[^1].Until, full.Until.AtMidnight());
        var zone = request.Tariff(span.Tariff)?.Zone ?? request.Zone;
        return new PartCount(settings, zone).Of(full, interval.Months, from, until);
    }

    private static LocalDate DayIn(LifeSpan span, Period full) => LocalDate.Max(span.From.Date, full.From);

    private Period PeriodOf(LifeSpan span, LocalDate day) => LifeTimeline
        .AnchorOf(span, request.Life.Cycle ?? BillDays.CycleOf(request, span.Tariff), settings).PeriodOf(day);
}
