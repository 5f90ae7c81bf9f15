namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>How much a role may move by an action alone, on one day and account.</summary>
/// <param name="Role">Role, such as "clerk".</param>
/// <param name="Action">adjust, write-off, recover-write-off, or * for all.</param>
/// <param name="LimitMinor">Limit in minor units of the entity's currency, inclusive; 0 for never alone.</param>
[GenerateSerializer, Immutable, Alias("approval-limit-record")]
public sealed record ApprovalLimitRecord(
    [property: Id(0)] string Role,
    [property: Id(1)] string Action,
    [property: Id(2)] long LimitMinor);
