namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>Something that happens in the life of a contract; several members at once happen in this order.</summary>
/// <param name="On">Day, or local time, it counts from: "2025-01-16", "2025-01-16T12:00:00".</param>
/// <param name="Change">Id of another tariff.</param>
/// <param name="Quantity">Another quantity.</param>
/// <param name="Item">Item the quantity is of; absent: all that have none of their own.</param>
/// <param name="BillingDay">Another billing day, 1 to 31.</param>
/// <param name="Coupon">Code of a coupon that is redeemed.</param>
/// <param name="Pause">Whether delivery is paused.</param>
/// <param name="Resume">Whether delivery goes on.</param>
/// <param name="Cancel">Whether the contract ends.</param>
/// <param name="At">When it takes effect: now or period-end; absent: as the settings say.</param>
/// <param name="Credit">Whether a cancellation gives back unused time; absent: as the settings say.</param>
/// <param name="Announced">Day from which bills know of it; absent: the day it counts from.</param>
[GenerateSerializer, Immutable, Alias("subscription-action")]
public sealed record SubscriptionActionDocument(
    [property: Id(0)] string On,
    [property: Id(1)] string? Change = null,
    [property: Id(2)] decimal? Quantity = null,
    [property: Id(3)] string? Item = null,
    [property: Id(4)] int? BillingDay = null,
    [property: Id(5)] string? Coupon = null,
    [property: Id(6)] bool Pause = false,
    [property: Id(7)] bool Resume = false,
    [property: Id(8)] bool Cancel = false,
    [property: Id(9)] string? At = null,
    [property: Id(10)] bool? Credit = null,
    [property: Id(11)] DateOnly? Announced = null);
