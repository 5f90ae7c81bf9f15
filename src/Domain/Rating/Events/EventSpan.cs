using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Events;

/// <summary>The time whose events are rated together.</summary>
/// <param name="Days">Its local days, as the line names them.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">Last instant, exclusive.</param>
/// <param name="Zone">Zone of the days.</param>
internal sealed record EventSpan(Period Days, Instant From, Instant Until, DateTimeZone Zone)
{
    /// <summary>The full period that use by time is divided by; null: the time itself.</summary>
    public EventSpan? Full { get; init; }

    /// <summary>The share of limits and free units that the time has; null: all of them.</summary>
    public IncludedShare? Limits { get; init; }

    /// <summary>The time in the full period, where the settings divide by that.</summary>
    public EventSpan Within(Period full, RatingSettings settings) => this with
    {
        Full = settings.Of(QuantitySettings.PartialUse) == PartialUse.Period ? Of(full, Zone) : null,
        Limits = settings.Of(QuantitySettings.PartLimits) == PartLimits.ByDays
            ? new IncludedShare(Days.Days, full.Days)
            : null,
    };

    /// <summary>Whole local days.</summary>
    public static EventSpan Of(Period days, DateTimeZone zone) => new(
        days, zone.AtStartOfDay(days.From).ToInstant(), zone.AtStartOfDay(days.Until).ToInstant(), zone);
}
