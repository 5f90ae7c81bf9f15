using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>Moves open items or money to another account; needs a reason.</summary>
/// <param name="TransferId">Id of the transfer, at most 48 characters; the same id again changes nothing.</param>
/// <param name="ToAccountId">The other account.</param>
/// <param name="Scope">items, credits, cash or balance.</param>
/// <param name="ItemIds">Items by id or number, each whole; none: all debits that may move.</param>
/// <param name="AmountMinor">How much cash, in minor units; null: all there is.</param>
/// <param name="ToEntityId">Its legal entity; null: the same, and another one is refused.</param>
[GenerateSerializer, Immutable, Alias("transfer-order")]
public sealed record TransferOrder(
    [property: Id(0)] string TransferId,
    [property: Id(1)] string ToAccountId,
    [property: Id(2)] string Scope,
    [property: Id(3)] ImmutableArray<string>? ItemIds = null,
    [property: Id(4)] long? AmountMinor = null,
    [property: Id(5)] string? ToEntityId = null);
