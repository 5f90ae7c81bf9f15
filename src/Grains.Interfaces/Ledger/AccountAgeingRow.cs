namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What an account had open at the end of a day.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Aged">By age.</param>
public sealed record AccountAgeingRow(
    string AccountId,
    string CustomerId,
    string Currency,
    AgedView Aged);
