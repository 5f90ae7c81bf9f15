namespace BillingActors.Domain.Deposits;

/// <summary>Percent a year that deposits bear in a calendar year.</summary>
public sealed record DepositRate(int Year, decimal Percent);
