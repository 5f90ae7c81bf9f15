namespace BillingActors.Storage.Reports;

/// <summary>What an account adds to a cell of an ageing.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="CustomerName">Name of the customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">What is open, in minor units.</param>
/// <param name="DisputedMinor">What of it is disputed and not decided.</param>
/// <param name="ItemCount">Documents, or receipts.</param>
/// <param name="OldestOn">Day from which the oldest of them counts.</param>
public sealed record AgeingLine(
    string EntityId,
    string AccountId,
    string CustomerId,
    string? CustomerName,
    string Currency,
    long AmountMinor,
    long DisputedMinor,
    long ItemCount,
    DateOnly OldestOn);
