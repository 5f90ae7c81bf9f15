namespace BillingActors.Domain.Deposits;

/// <summary>Something done to a deposit by hand, so that the same again is nothing new.</summary>
/// <param name="Id">Id of the action.</param>
/// <param name="Cause">What it was for.</param>
/// <param name="AmountMinor">What it moved.</param>
public sealed record DepositMove(string Id, DepositCause Cause, long AmountMinor);
