namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>A transfer that has left its account and is to arrive at another.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="To">The other account, "entity/account".</param>
[GenerateSerializer, Immutable, Alias("transfer-leg")]
public sealed record TransferLeg([property: Id(0)] string TransferId, [property: Id(1)] string To);
