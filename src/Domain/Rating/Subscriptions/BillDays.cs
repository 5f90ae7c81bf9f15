using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>The days on which a subscription has a bill.</summary>
internal sealed class BillDays(SubscriptionRequest request)
{
    private readonly RatingSettings _settings = SettingsOf(request);

    /// <summary>Settings of the tariff the life starts with, under those of the contract.</summary>
    public static RatingSettings SettingsOf(SubscriptionRequest request) =>
        (request.Tariff(request.Life.Tariff)?.Settings ?? RatingSettings.Default).Under(request.Settings);

    /// <summary>The interval of the shortest subscription charge of a tariff; a month where it has none.</summary>
    public static BillingInterval CycleOf(SubscriptionRequest request, string tariff)
    {
        var charges = request.Tariff(tariff)?.Versions.SelectMany(version => version.Charges)
            .Select(RecurringKinds.Of).OfType<SubscriptionCharge>().ToList() ?? [];
        return charges.Count == 0
            ? BillingInterval.Month
            : charges.MinBy(charge => charge.Interval.DaysMax)!.Interval;
    }

    /// <summary>The first such day after a day; null: none until the life is over.</summary>
    public LocalDate? After(LocalDate last)
    {
        var until = request.Life.Until.Date;
        var timeline = new LifeReading(request.Life, _settings, id => CycleOf(request, id)).KnownOn(last);
        LocalDate? next = null;
        foreach (var day in Candidates(timeline, last))
        {
            if (day > last && day <= until && (next is null || day < next))
                next = day;
        }
        return next;
    }

    private IEnumerable<LocalDate> Candidates(LifeTimeline timeline, LocalDate last)
    {
        yield return request.Life.Until.Date;
        var isImmediate = _settings.Of(SubscriptionSettings.ChangeBilling) == ChangeBilling.Immediate;
        foreach (var action in request.Life.Actions)
        {
            if (isImmediate || action is SubscriptionAction.Cancel)
                yield return action.KnownOn;
        }
        if (timeline.End != LifeTimeline.Never)
            yield return timeline.End.Date;
        foreach (var span in timeline.Spans)
        {
            if (span.Until.Date <= last)
                continue;
            // A change that was put off has its day where its part begins.
            if (isImmediate)
                yield return span.From.Date;
            foreach (var interval in IntervalsOf(span))
            {
                var next = LifeTimeline.AnchorOf(span, interval, _settings)
                    .PeriodOf(LocalDate.Max(last, span.From.Date)).Until;
                if (next.AtMidnight() <= span.Until)
                    yield return next;
            }
        }
    }

    private IEnumerable<BillingInterval> IntervalsOf(LifeSpan span)
    {
        yield return request.Life.Cycle ?? CycleOf(request, span.Tariff);
        foreach (var charge in request.Tariff(span.Tariff)?.Versions.SelectMany(version => version.Charges) ?? [])
        {
            if (RecurringKinds.Of(charge) is SubscriptionCharge subscription)
                yield return subscription.Interval;
        }
    }
}
