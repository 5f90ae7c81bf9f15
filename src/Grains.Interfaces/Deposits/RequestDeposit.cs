namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Asks the customer for a deposit that was decided.</summary>
/// <param name="DepositId">Deposit.</param>
/// <param name="InstalmentCount">Number of parts; null: as the policy says.</param>
/// <param name="FirstDueOn">When the first part is due; null: as the policy says.</param>
[GenerateSerializer, Immutable, Alias("request-deposit")]
public sealed record RequestDeposit(
    [property: Id(0)] string DepositId,
    [property: Id(1)] int? InstalmentCount = null,
    [property: Id(2)] DateOnly? FirstDueOn = null);
