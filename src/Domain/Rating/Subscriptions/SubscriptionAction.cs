using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Something that happens in the life of a contract.</summary>
/// <param name="On">Local time it counts from; a day is its midnight.</param>
public abstract record SubscriptionAction(LocalDateTime On)
{
    /// <summary>Day from which bills know of it; null: the day it counts from. Later makes it a correction.</summary>
    public LocalDate? Announced { get; init; }

    /// <summary>When it takes effect; null: as the settings say.</summary>
    public EffectOn? Effect { get; init; }

    /// <summary>First day whose bill knows of it.</summary>
    public LocalDate KnownOn => Announced ?? On.Date;

    /// <summary>Another tariff.</summary>
    /// <param name="On">When.</param>
    /// <param name="Tariff">Its id.</param>
    public sealed record Change(LocalDateTime On, string Tariff) : SubscriptionAction(On);

    /// <summary>Another quantity.</summary>
    /// <param name="On">When.</param>
    /// <param name="Value">The quantity from then on.</param>
    /// <param name="Item">Which item; null: all that have none of their own.</param>
    public sealed record Quantity(LocalDateTime On, decimal Value, string? Item) : SubscriptionAction(On);

    /// <summary>Nothing is delivered from now on.</summary>
    /// <param name="On">When.</param>
    public sealed record Pause(LocalDateTime On) : SubscriptionAction(On);

    /// <summary>Delivery goes on.</summary>
    /// <param name="On">When.</param>
    public sealed record Resume(LocalDateTime On) : SubscriptionAction(On);

    /// <summary>The contract ends.</summary>
    /// <param name="On">When; this day is not billed.</param>
    /// <param name="Credit">Whether unused time is given back; null: as the settings say.</param>
    public sealed record Cancel(LocalDateTime On, UnusedCredit? Credit) : SubscriptionAction(On);

    /// <summary>Periods begin on another day of the month.</summary>
    /// <param name="On">When.</param>
    /// <param name="Day">1 to 31.</param>
    public sealed record BillingDay(LocalDateTime On, int Day) : SubscriptionAction(On);

    /// <summary>A coupon is redeemed.</summary>
    /// <param name="On">When.</param>
    /// <param name="Code">Its code.</param>
    public sealed record Coupon(LocalDateTime On, string Code) : SubscriptionAction(On);
}
