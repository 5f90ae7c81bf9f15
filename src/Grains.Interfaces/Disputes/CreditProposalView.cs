namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>A credit that waits for a second person.</summary>
/// <param name="CreditMinor">Credit in minor units.</param>
/// <param name="RootCause">Root cause.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="On">Day.</param>
/// <param name="RequestId">The request to decide on.</param>
[GenerateSerializer, Immutable, Alias("credit-proposal-view")]
public sealed record CreditProposalView(
    [property: Id(0)] long CreditMinor,
    [property: Id(1)] string RootCause,
    [property: Id(2)] string ProposedBy,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] string RequestId);
