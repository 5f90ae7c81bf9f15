namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>The answer to a move-out.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account after the command.</param>
/// <param name="MoveOutId">The move-out.</param>
/// <param name="FinalInvoiceId">The final bill; null where everything was billed before.</param>
/// <param name="Balance">stays, pending, done, returned, or kept where nothing of it may move.</param>
/// <param name="Code">Why the balance was returned or kept; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("move-out-receipt")]
public sealed record MoveOutReceipt(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string MoveOutId,
    [property: Id(4)] string? FinalInvoiceId,
    [property: Id(5)] string Balance,
    [property: Id(6)] string? Code = null);
