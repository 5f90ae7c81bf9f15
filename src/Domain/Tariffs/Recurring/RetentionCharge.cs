namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>A part of other charges that is held back from each bill and released once.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Percent">Percent held back.</param>
/// <param name="Base">Which charges that stand before it count.</param>
/// <param name="Release">When all that was held back is billed.</param>
public sealed record RetentionCharge(ChargeHead Head, decimal Percent, ChargeSelection Base, ChargeOccasion Release)
    : Charge(Head);
