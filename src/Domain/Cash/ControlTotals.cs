namespace BillingActors.Domain.Cash;

/// <summary>What a batch of payments must come to: written on the deposit slip, counted by somebody else.</summary>
/// <param name="Currency">Currency of all its lines.</param>
/// <param name="Count">How many lines.</param>
/// <param name="SumMinor">What they sum to.</param>
public sealed record ControlTotals(string Currency, int Count, long SumMinor);
