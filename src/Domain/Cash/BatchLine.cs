namespace BillingActors.Domain.Cash;

/// <summary>One line of a batch of payments, as far as its totals go.</summary>
/// <param name="Line">Its number; unique in the batch.</param>
/// <param name="AmountMinor">How much came.</param>
/// <param name="Currency">In which currency.</param>
public sealed record BatchLine(int Line, long AmountMinor, string Currency);
