namespace BillingActors.Domain.Charging;

/// <summary>A threshold that was passed.</summary>
/// <param name="ContractId">The contract; empty: the account.</param>
/// <param name="Limit">What it is a part of.</param>
/// <param name="Name">Id of the allowance, and the subscriber whose it is alone; empty for a cap.</param>
/// <param name="Percent">Percent of it.</param>
public sealed record PassedThreshold(string ContractId, UsageLimit Limit, string Name, int Percent);
