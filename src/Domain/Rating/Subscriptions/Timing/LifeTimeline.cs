using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>A life as a bill of some day knows it.</summary>
/// <param name="Spans">Its parts in order, without gap, up to its end.</param>
/// <param name="End">Day and time it ends, exclusive; beyond all days where it goes on.</param>
/// <param name="AllDueFrom">From when the rest is billed at once; null: never.</param>
/// <param name="CancelCredit">Whether the cancellation gives back unused time.</param>
/// <param name="Coupons">Coupons that were redeemed.</param>
internal sealed record LifeTimeline(
    ImmutableArray<LifeSpan> Spans,
    LocalDateTime End,
    LocalDateTime? AllDueFrom,
    UnusedCredit CancelCredit,
    ImmutableHashSet<string> Coupons)
{
    /// <summary>Later than any bill.</summary>
    public static readonly LocalDateTime Never = new(9000, 1, 1, 0, 0);

    /// <summary>The part that holds the time, or null after the end.</summary>
    public LifeSpan? At(LocalDateTime time) =>
        Spans.FirstOrDefault(span => span.From <= time && time < span.Until);

    /// <summary>The periods of an interval in a part.</summary>
    public static BillingAnchor AnchorOf(LifeSpan span, BillingInterval interval, RatingSettings settings) =>
        BillingAnchor.Of(
            interval,
            span.AnchoredFrom,
            span.BillingDay,
            settings.Of(SubscriptionSettings.Alignment),
            settings.Of(SubscriptionSettings.FirstPeriod));
}
