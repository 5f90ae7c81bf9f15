namespace BillingActors.Domain.Deposits;

/// <summary>In how many parts a deposit is paid, and when.</summary>
/// <param name="Count">Parts where nobody asks for another number.</param>
/// <param name="CountMax">The most parts.</param>
/// <param name="FirstAfterDays">Days from the request to the first part.</param>
/// <param name="EveryDays">Days from part to part.</param>
public sealed record DepositInstalmentRule(int Count, int CountMax, int FirstAfterDays, int EveryDays);
