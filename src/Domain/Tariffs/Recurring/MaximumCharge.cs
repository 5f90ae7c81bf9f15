namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>The charges that stand before it come to at most this much in a window.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Window">The window, counted from the start of the contract.</param>
/// <param name="Amount">The most, in units of the currency.</param>
/// <param name="Base">Which charges count.</param>
public sealed record MaximumCharge(ChargeHead Head, BillingInterval Window, decimal Amount, ChargeSelection Base)
    : Charge(Head)
{
    /// <summary>Whether the amount, and what it bounds, holds the taxes.</summary>
    public bool IncludesTax { get; init; }
}
