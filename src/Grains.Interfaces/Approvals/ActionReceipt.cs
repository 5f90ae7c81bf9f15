namespace BillingActors.Grains.Interfaces.Approvals;

/// <summary>The answer to an action by hand.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account after the command.</param>
/// <param name="ActionId">Id of what the action makes, and of its request.</param>
/// <param name="State">done, waiting (for a second person) or given-up (rejected, withdrawn or void).</param>
[GenerateSerializer, Immutable, Alias("action-receipt")]
public sealed record ActionReceipt(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string ActionId,
    [property: Id(4)] string State);
