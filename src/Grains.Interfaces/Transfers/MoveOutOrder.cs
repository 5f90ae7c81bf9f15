using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>
/// Ends a contract because the customer moves out: the final bill is issued at once, and the balance may go to another
/// account of the customer. Needs a reason.
/// </summary>
/// <param name="MoveOutId">Id of the move-out, at most 48 characters; the same id again changes nothing.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="Until">End day, exclusive; tomorrow at the latest.</param>
/// <param name="TransferToAccountId">Another account of the customer; null: the balance stays.</param>
/// <param name="AcceptsDoubts">Whether the final bill is issued although it looks unusual.</param>
/// <param name="FinalReads">
/// What the registers showed, each once; stored before the final bill is calculated, also where that is held then.
/// </param>
[GenerateSerializer, Immutable, Alias("move-out-order")]
public sealed record MoveOutOrder(
    [property: Id(0)] string MoveOutId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] DateOnly Until,
    [property: Id(3)] string? TransferToAccountId = null,
    [property: Id(4)] bool AcceptsDoubts = false,
    [property: Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    ImmutableArray<FinalRead>? FinalReads = null);
