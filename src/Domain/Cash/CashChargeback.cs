using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>A part of a receipt that a card holder's bank took back.</summary>
/// <param name="Id">The case; unique in its receipt.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="ReasonCode">Why, as the card holder's bank calls it.</param>
/// <param name="On">When it happened.</param>
public sealed record CashChargeback(string Id, long AmountMinor, string ReasonCode, LocalDate On)
{
    /// <summary>Whether the case was won: the money is back.</summary>
    public bool IsWon { get; init; }
}
