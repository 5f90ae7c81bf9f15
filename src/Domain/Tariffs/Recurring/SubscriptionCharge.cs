namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>A price for each period of a subscription, by the quantity ordered, in advance or in arrears.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Item">Name of the item whose quantity counts, such as "seat"; null: once for the contract.</param>
/// <param name="Interval">The period the price is for.</param>
/// <param name="Price">What the quantity costs for a full period.</param>
/// <param name="IsInAdvance">Whether it is billed when a period begins, or when it has ended.</param>
public sealed record SubscriptionCharge(
    ChargeHead Head, string? Item, BillingInterval Interval, PriceModel Price, bool IsInAdvance) : Charge(Head);
