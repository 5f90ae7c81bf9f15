namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Decides a dispute: a credit of nothing rejects it; needs a reason where it credits.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="CreditMinor">Credit in minor units, at most what is disputed.</param>
/// <param name="RootCause">Where the fault was, a code of the list.</param>
/// <param name="On">Day of the decision.</param>
[GenerateSerializer, Immutable, Alias("resolve-dispute")]
public sealed record ResolveDispute(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] long CreditMinor,
    [property: Id(2)] string RootCause,
    [property: Id(3)] DateOnly On);
