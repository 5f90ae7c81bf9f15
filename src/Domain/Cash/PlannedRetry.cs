using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>A debit that is to be drawn once more after the bank returned it.</summary>
/// <param name="ReceiptId">The receipt that came back.</param>
/// <param name="AmountMinor">How much to draw.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="On">When.</param>
/// <param name="FirstReturnedOn">When the first of its returns came; the window of attempts counts from here.</param>
public sealed record PlannedRetry(
    string ReceiptId, long AmountMinor, int Attempt, LocalDate On, LocalDate FirstReturnedOn);
