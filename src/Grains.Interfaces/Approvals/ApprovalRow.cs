namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>A row of the inbox of approvals.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Action">What is asked for, such as adjust, refund or dispute-credit.</param>
/// <param name="Currency">Currency code.</param>
/// <param name="EffectMinor">What it moves, in minor units.</param>
/// <param name="MakerId">Who asks.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">Since when.</param>
/// <param name="ExpiresOn">The last day on which it can be approved.</param>
[GenerateSerializer, Immutable, Alias("approval-row")]
public sealed record ApprovalRow(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string RequestId,
    [property: Id(3)] string Action,
    [property: Id(4)] string Currency,
    [property: Id(5)] long EffectMinor,
    [property: Id(6)] string MakerId,
    [property: Id(7)] string Reason,
    [property: Id(8)] DateOnly On,
    [property: Id(9)] DateOnly ExpiresOn);
