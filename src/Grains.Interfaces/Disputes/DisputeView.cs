using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>A dispute as it stands.</summary>
/// <param name="DisputeId">Dispute.</param>
/// <param name="ItemId">Open item.</param>
/// <param name="LineNumber">Line of the invoice.</param>
/// <param name="AmountMinor">Disputed.</param>
/// <param name="CreditMinor">Credited.</param>
/// <param name="Reason">Reason.</param>
/// <param name="RootCause">Root cause.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="OpenedOn">Opened.</param>
/// <param name="DueOn">To be decided until.</param>
/// <param name="DecidedOn">Decided or withdrawn.</param>
/// <param name="GraceUntil">Until when what was rejected is not dunned.</param>
/// <param name="EscalatedOn">Escalated.</param>
/// <param name="NoteCode">Newest note.</param>
/// <param name="Proposal">A credit that waits.</param>
/// <param name="Documents">Documents.</param>
[GenerateSerializer, Immutable, Alias("dispute-view")]
public sealed record DisputeView(
    [property: Id(0)] string DisputeId,
    [property: Id(1)] string ItemId,
    [property: Id(2)] int? LineNumber,
    [property: Id(3)] long AmountMinor,
    [property: Id(4)] long CreditMinor,
    [property: Id(5)] string Reason,
    [property: Id(6)] string? RootCause,
    [property: Id(7)] string Owner,
    [property: Id(8)] string Stage,
    [property: Id(9)] string? Outcome,
    [property: Id(10)] DateOnly OpenedOn,
    [property: Id(11)] DateOnly DueOn,
    [property: Id(12)] DateOnly? DecidedOn,
    [property: Id(13)] DateOnly? GraceUntil,
    [property: Id(14)] DateOnly? EscalatedOn,
    [property: Id(15)] string? NoteCode,
    [property: Id(16)] CreditProposalView? Proposal,
    [property: Id(17)] ImmutableArray<DisputeDocumentView> Documents);
