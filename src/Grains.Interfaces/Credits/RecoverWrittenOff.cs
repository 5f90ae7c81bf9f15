namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>Lets claims that were written off stand again; needs a reason.</summary>
/// <param name="RecoveryId">Id of the recovery.</param>
/// <param name="WriteOffId">The write-off.</param>
/// <param name="AmountMinor">How much of it, in minor units; more than nothing.</param>
[GenerateSerializer, Immutable, Alias("recover-written-off")]
public sealed record RecoverWrittenOff(
    [property: Id(0)] string RecoveryId,
    [property: Id(1)] string WriteOffId,
    [property: Id(2)] long AmountMinor);
