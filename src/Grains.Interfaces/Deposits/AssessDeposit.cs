namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Decides how much a customer deposits: by hand, or by the policy of the legal entity.</summary>
/// <param name="DepositId">Deposit; unique in its account, at most 48 characters.</param>
/// <param name="AmountMinor">Amount by hand, which needs a reason; null: by policy.</param>
/// <param name="MonthlyMinor">Estimate of a month's bill, for a customer without bills.</param>
[GenerateSerializer, Immutable, Alias("assess-deposit")]
public sealed record AssessDeposit(
    [property: Id(0)] string DepositId,
    [property: Id(1)] long? AmountMinor = null,
    [property: Id(2)] long? MonthlyMinor = null);
