namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Gives a deposit back before its time, or takes it for what is overdue.</summary>
/// <param name="ReleaseId">Id of the release; also that of its request.</param>
/// <param name="DepositId">Deposit.</param>
/// <param name="AmountMinor">How much; null: all that is held, or all that is overdue.</param>
[GenerateSerializer, Immutable, Alias("release-deposit")]
public sealed record ReleaseDeposit(
    [property: Id(0)] string ReleaseId, [property: Id(1)] string DepositId, [property: Id(2)] long? AmountMinor = null);
