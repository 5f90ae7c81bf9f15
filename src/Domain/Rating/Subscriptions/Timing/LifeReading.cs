using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>Plays the actions of a life in order and writes down the parts in which nothing changes.</summary>
internal sealed class LifeReading(SubscriptionLife life, RatingSettings settings, Func<string, BillingInterval> cycleOf)
{
    private readonly PriorityQueue<(SubscriptionAction Action, bool IsDue), (LocalDateTime At, int Order)> _queue =
        new();
    private readonly ImmutableArray<LifeSpan>.Builder _spans = ImmutableArray.CreateBuilder<LifeSpan>();
    private readonly HashSet<string> _coupons = new(StringComparer.Ordinal);
    private LocalDateTime _end = LifeTimeline.Never;
    private LocalDateTime? _allDueFrom;
    private UnusedCredit _credit = settings.Of(SubscriptionSettings.CancelCredit);
    private LifeSpan _now = Opening(life, settings);

    /// <summary>The life as it is known on the day.</summary>
    public LifeTimeline KnownOn(LocalDate day)
    {
        if (settings.Of(SubscriptionSettings.Until) == LifeUntil.End)
            _end = life.Until;
        for (var i = 0; i < life.Actions.Length; i++)
        {
            if (life.Actions[i].KnownOn <= day)
                _queue.Enqueue((life.Actions[i], false), (life.Actions[i].On, i));
        }
        while (_queue.TryDequeue(out var next, out var when) && when.At < _end)
            Play(next.Action, next.IsDue, when);
        Close(_end);
        return new LifeTimeline(
            _spans.ToImmutable(), _end, _allDueFrom, _credit, [.. _coupons]);
    }

    /// <summary>Day the trial ends, exclusive; the start where there is none.</summary>
    public static LocalDate TrialEnd(SubscriptionLife life, RatingSettings settings) =>
        life.TrialUntil ?? life.Start.Date.PlusDays((int)(settings.Of(SubscriptionSettings.TrialDays) ?? 0m));

    private static LifeSpan Opening(SubscriptionLife life, RatingSettings settings)
    {
        var trialEnd = TrialEnd(life, settings);
        var isTrial = trialEnd > life.Start.Date;
        var isAfterTrial = isTrial && settings.Of(SubscriptionSettings.TrialAnchor) == TrialAnchor.TrialEnd;
        return new LifeSpan(
            life.Start,
            LifeTimeline.Never,
            isTrial ? LifePhase.Trial : LifePhase.Active,
            life.Tariff,
            life.Quantity,
            life.Quantities,
            isAfterTrial ? trialEnd : life.Start.Date,
            life.BillingDay)
        {
            Boundary = isAfterTrial ? LocalTime.Midnight : BoundaryAt(life.Start, life.BillingDay, settings),
        };
    }

    // Exact time is counted from the second on; a billing day that was chosen begins at midnight.
    private static LocalTime BoundaryAt(LocalDateTime at, int? billingDay, RatingSettings settings) =>
        billingDay is null
        && settings.Of(SubscriptionSettings.Counting) == PartCounting.Seconds
        && settings.Of(SubscriptionSettings.Alignment) == BillingAlignment.Anniversary
            ? at.TimeOfDay
            : LocalTime.Midnight;

    private void Play(SubscriptionAction action, bool isDue, (LocalDateTime At, int Order) when)
    {
        EndTrialBy(when.At);
        if (!isDue && EffectOf(action) == EffectOn.PeriodEnd)
        {
            _queue.Enqueue((action, true), (PeriodEnd(when.At), when.Order));
            return;
        }
        switch (action)
        {
            case SubscriptionAction.Cancel cancel:
                End(cancel, when.At);
                break;
            case SubscriptionAction.Coupon coupon:
                _coupons.Add(coupon.Code);
                break;
            default:
                Close(when.At);
                _now = After(action, when.At);
                break;
        }
    }

    private LifeSpan After(SubscriptionAction action, LocalDateTime at) => action switch
    {
        SubscriptionAction.Change change => Changed(change, at),
        SubscriptionAction.Quantity { Item: { } item } quantity =>
            _now with { Quantities = _now.Quantities.SetItem(item, quantity.Value) },
        SubscriptionAction.Quantity quantity => _now with { Quantity = quantity.Value },
        SubscriptionAction.Pause => _now with { Phase = LifePhase.Paused },
        SubscriptionAction.Resume when settings.Of(SubscriptionSettings.ResumeAnchor) == ResumeAnchor.Resume =>
            (_now with { Phase = PhaseAt(at) }).AnchoredAt(at, BoundaryAt(at, null, settings)),
        SubscriptionAction.Resume => _now with { Phase = PhaseAt(at) },
        SubscriptionAction.BillingDay moved =>
            _now with { AnchoredFrom = at.Date, BillingDay = moved.Day, Boundary = LocalTime.Midnight },
        _ => _now,
    };

    private LifePhase PhaseAt(LocalDateTime at) =>
        at < TrialEnd(life, settings).AtMidnight() ? LifePhase.Trial : LifePhase.Active;

    // Periods of another length begin anew with the change, unless the settings keep them.
    private LifeSpan Changed(SubscriptionAction.Change change, LocalDateTime at)
    {
        var isSame = cycleOf(change.Tariff) == cycleOf(_now.Tariff);
        if (isSame && settings.Of(SubscriptionSettings.ChangeAnchor) == ChangeAnchor.Change)
            return (_now with { Tariff = change.Tariff }).AnchoredAt(at, BoundaryAt(at, null, settings));
        var isOther = !isSame && settings.Of(SubscriptionSettings.IntervalChange) == IntervalChange.Restart;
        return _now with
        {
            Tariff = change.Tariff,
            AnchoredFrom = isOther ? at.Date : _now.AnchoredFrom,
            Boundary = isOther ? BoundaryAt(at, _now.BillingDay, settings) : _now.Boundary,
        };
    }

    private EffectOn EffectOf(SubscriptionAction action) => action.Effect ?? action switch
    {
        SubscriptionAction.Change or SubscriptionAction.Quantity => settings.Of(SubscriptionSettings.ChangeAt),
        SubscriptionAction.Cancel => settings.Of(SubscriptionSettings.CancelAt),
        SubscriptionAction.BillingDay => settings.Of(SubscriptionSettings.BillingDayAt),
        _ => EffectOn.Now,
    };

    private LocalDateTime PeriodEnd(LocalDateTime at)
    {
        var period = LifeTimeline.AnchorOf(_now, cycleOf(_now.Tariff), settings).PeriodOf(_now.DayOf(at));
        return period.Until.At(_now.Boundary);
    }

    private void End(SubscriptionAction.Cancel cancel, LocalDateTime at)
    {
        if (settings.Of(SubscriptionSettings.LastDay) == LastDay.Inclusive && at.TimeOfDay == LocalTime.Midnight)
            at = at.PlusDays(1);
        _credit = cancel.Credit ?? _credit;
        var term = life.Start.PlusMonths((int)(settings.Of(SubscriptionSettings.MinimumTerm) ?? 0m));
        var early = settings.Of(SubscriptionSettings.EarlyCancel);
        if (at < term && early == EarlyCancel.Remainder)
            _allDueFrom = at;
        _end = LocalDateTime.Min(_end, at < term && early != EarlyCancel.Free ? term : at);
    }

    private void EndTrialBy(LocalDateTime at)
    {
        var end = TrialEnd(life, settings).AtMidnight();
        if (_now.Phase != LifePhase.Trial || end > at)
            return;
        Append(end);
        _now = _now with { Phase = LifePhase.Active };
    }

    private void Close(LocalDateTime at)
    {
        EndTrialBy(at);
        Append(at);
    }

    // Two changes at one time leave nothing between them.
    private void Append(LocalDateTime at)
    {
        if (_now.From < at)
            _spans.Add(_now with { Until = at });
        _now = _now with { From = LocalDateTime.Max(at, _now.From) };
    }
}
