namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>An account with something past due.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="PastDueMinor">What is past due, in minor units.</param>
/// <param name="OldestDueOn">When the oldest of it was due.</param>
/// <param name="ItemCount">Items past due.</param>
public sealed record PastDueRow(
    string EntityId,
    string AccountId,
    string CustomerId,
    string Currency,
    long PastDueMinor,
    DateOnly OldestDueOn,
    long ItemCount);
