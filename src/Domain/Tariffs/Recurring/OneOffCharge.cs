namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>An amount billed once: a fee at the start, a milestone on a day or when it is reported.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Amount">Price of one, in units of the currency; negative for a credit.</param>
/// <param name="Quantity">How many are billed.</param>
/// <param name="Occasion">When it is billed.</param>
public sealed record OneOffCharge(ChargeHead Head, decimal Amount, decimal Quantity, ChargeOccasion Occasion)
    : Charge(Head);
