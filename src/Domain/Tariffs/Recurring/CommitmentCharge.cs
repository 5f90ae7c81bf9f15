namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>
/// What the customer promised to spend or take in a window: billed in advance and used up, or made good at its end.
/// </summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Window">The window, counted from the start of the contract.</param>
/// <param name="Amount">The amount promised, in units of the currency, or the quantity where a price is given.</param>
/// <param name="ShortfallPrice">Price of a unit that was promised and not taken; null: the promise is money.</param>
/// <param name="Base">Which charges that stand before it count.</param>
/// <param name="Mode">Whether it is paid in advance or made good.</param>
/// <param name="OverageFactor">What use beyond the amount costs, times its own price; 1 for the same.</param>
public sealed record CommitmentCharge(
    ChargeHead Head,
    BillingInterval Window,
    decimal Amount,
    decimal? ShortfallPrice,
    ChargeSelection Base,
    CommitmentMode Mode,
    decimal OverageFactor = 1m) : Charge(Head)
{
    /// <summary>Whether the amount, and what counts towards it, holds the taxes.</summary>
    public bool IncludesTax { get; init; }
}
