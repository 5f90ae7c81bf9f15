namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Says yes or no to a proposed credit.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="CreditMinor">The credit as it was seen; another one is refused.</param>
/// <param name="IsApproved">Yes or no.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("approve-dispute-credit")]
public sealed record ApproveDisputeCredit(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] long CreditMinor,
    [property: Id(2)] bool IsApproved,
    [property: Id(3)] DateOnly On);
