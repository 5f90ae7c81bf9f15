namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>A discount or a coupon on the charges that stand before it, before tax.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Kind">Whether the value is a percentage or an amount.</param>
/// <param name="Value">Percent, or an amount in units of the currency.</param>
/// <param name="Base">Which charges count.</param>
/// <param name="Bills">How many bills it is for; null: all, 1: once.</param>
/// <param name="Remainder">What becomes of an amount that is more than the charges.</param>
/// <param name="Coupon">Coupon that must have been redeemed; null: always.</param>
public sealed record DiscountCharge(
    ChargeHead Head,
    DiscountKind Kind,
    decimal Value,
    ChargeSelection Base,
    int? Bills,
    DiscountRemainder Remainder,
    string? Coupon) : Charge(Head);
