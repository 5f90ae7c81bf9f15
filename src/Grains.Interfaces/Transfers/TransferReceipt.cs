namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>The answer to a transfer.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">The account it leaves.</param>
/// <param name="Version">Version of the account after the command.</param>
/// <param name="TransferId">The transfer.</param>
/// <param name="State">
/// waiting (for a second person), pending (on its way; it arrives or returns by itself), done, returned or given-up.
/// </param>
/// <param name="Code">Why it was returned; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("transfer-receipt")]
public sealed record TransferReceipt(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string TransferId,
    [property: Id(4)] string State,
    [property: Id(5)] string? Code = null);
