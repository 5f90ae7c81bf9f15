namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Asks for less of a deposit than was decided, or for nothing of it.</summary>
/// <param name="ReductionId">Id of the reduction; also that of its request.</param>
/// <param name="DepositId">Deposit.</param>
/// <param name="AmountMinor">What it comes to from now on; 0 cancels it.</param>
[GenerateSerializer, Immutable, Alias("waive-deposit")]
public sealed record WaiveDeposit(
    [property: Id(0)] string ReductionId, [property: Id(1)] string DepositId, [property: Id(2)] long AmountMinor);
