using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>One payment of a file; its receipt is named by the source and the id the source gave it.</summary>
/// <param name="EntityId">Legal entity that has the money.</param>
/// <param name="AccountId">Account it is for, as the payer or the bank named it; null where nobody did.</param>
/// <param name="Payment">The money.</param>
/// <param name="Line">Line of the file, from 1.</param>
[GenerateSerializer, Immutable, Alias("payment-entry")]
public sealed record PaymentEntry(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string? AccountId,
    [property: Id(2)] Payment Payment,
    [property: Id(3)] int Line);
