namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Credits the interest of a deposit before its time.</summary>
/// <param name="DepositId">Deposit.</param>
/// <param name="Until">The day it is counted to, exclusive; null: today.</param>
[GenerateSerializer, Immutable, Alias("credit-deposit-interest")]
public sealed record CreditDepositInterest(
    [property: Id(0)] string DepositId, [property: Id(1)] DateOnly? Until = null);
