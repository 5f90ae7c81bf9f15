namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>How much a role may move by an action on one day and customer: agree to, and do alone.</summary>
/// <param name="Role">Role, such as "clerk".</param>
/// <param name="Action">
/// adjust, waive, write-off, recover-write-off, credit-memo, cancel-invoice, dispute-credit, refund, transfer,
/// waive-deposit or release-deposit; * for all.
/// </param>
/// <param name="LimitMinor">
/// Most it may agree to where another person asked, in minor units, inclusive; 0 for nothing.
/// </param>
/// <param name="Currency">Accounts of which currency it is for; absent for that of the entity.</param>
/// <param name="AloneMinor">
/// Most it may move without a second person, inclusive; 0 for never alone, absent for as much as it may agree to.
/// </param>
[GenerateSerializer, Immutable, Alias("approval-limit-record")]
public sealed record ApprovalLimitRecord(
    [property: Id(0)] string Role,
    [property: Id(1)] string Action,
    [property: Id(2)] long LimitMinor,
    [property: Id(3)] string? Currency = null,
    [property: Id(4)] long? AloneMinor = null);
