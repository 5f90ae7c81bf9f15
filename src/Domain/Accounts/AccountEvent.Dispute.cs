using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Disputes;
using NodaTime;

namespace BillingActors.Domain.Accounts;

[JsonDerivedType(typeof(DisputeOpened), "dispute-opened")]
[JsonDerivedType(typeof(DisputeMoved), "dispute-moved")]
[JsonDerivedType(typeof(DisputeAssigned), "dispute-assigned")]
[JsonDerivedType(typeof(DisputeDocumentAdded), "dispute-document-added")]
[JsonDerivedType(typeof(DisputeCreditProposed), "dispute-credit-proposed")]
[JsonDerivedType(typeof(DisputeCreditDeclined), "dispute-credit-declined")]
[JsonDerivedType(typeof(DisputeDecided), "dispute-decided")]
[JsonDerivedType(typeof(DisputeCredited), "dispute-credited")]
[JsonDerivedType(typeof(DisputeWithdrawn), "dispute-withdrawn")]
[JsonDerivedType(typeof(DisputeEscalated), "dispute-escalated")]
public abstract partial record AccountEvent
{
    /// <summary>Something that happened to a dispute.</summary>
    public abstract record DisputeEvent : AccountEvent
    {
        private protected DisputeEvent()
        {
        }

        /// <summary>The dispute.</summary>
        public abstract string DisputeId { get; init; }

        /// <summary>The day it happened on.</summary>
        public abstract LocalDate On { get; init; }
    }

    /// <summary>The customer disputes an item, a line of it, or a part; the dunning level it had is kept.</summary>
    public sealed record DisputeOpened(
        string DisputeId,
        string ItemId,
        int? LineNumber,
        long AmountMinor,
        string Reason,
        string Owner,
        LocalDate On,
        LocalDate DueOn,
        int LevelHeld) : DisputeEvent;

    /// <summary>A dispute is reviewed, waits for somebody, or is closed; the note is a code.</summary>
    public sealed record DisputeMoved(
        string DisputeId, DisputeStage StageBefore, DisputeStage Stage, string? NoteCode, LocalDate On) : DisputeEvent;

    /// <summary>A dispute has another owner or due day.</summary>
    public sealed record DisputeAssigned(
        string DisputeId, string OwnerBefore, string Owner, LocalDate DueOnBefore, LocalDate DueOn, LocalDate On)
        : DisputeEvent;

    /// <summary>A document belongs to a dispute; id and kind alone, the document lies elsewhere.</summary>
    public sealed record DisputeDocumentAdded(
        string DisputeId, string FileId, string FileKind, LocalDate On) : DisputeEvent;

    /// <summary>A credit waited for a second person; stored before approvals had one inbox.</summary>
    public sealed record DisputeCreditProposed(
        string DisputeId, long CreditMinor, string RootCause, string ProposedBy, LocalDate On) : DisputeEvent;

    /// <summary>The second person said no to a proposed credit; stored before approvals had one inbox.</summary>
    public sealed record DisputeCreditDeclined(string DisputeId, long CreditMinor, LocalDate On) : DisputeEvent;

    /// <summary>A dispute was upheld, partly upheld or rejected; what was rejected has grace until a day.</summary>
    public sealed record DisputeDecided(
        string DisputeId,
        DisputeStage Outcome,
        long CreditMinor,
        string RootCause,
        LocalDate On,
        LocalDate? GraceUntil) : DisputeEvent;

    /// <summary>
    /// What an upheld dispute gives back where no invoice is corrected: shares of the item, and a credit of its own for
    /// what the item no longer owes.
    /// </summary>
    public sealed record DisputeCredited(
        string DisputeId, ImmutableArray<ItemShare> Shares, string? CreditItemId, long RestMinor, LocalDate On)
        : DisputeEvent
    {
        /// <summary>All that is given back.</summary>
        [JsonIgnore]
        public long TotalMinor => Shares.Sum(share => share.AmountMinor) + RestMinor;
    }

    /// <summary>The customer took a dispute back.</summary>
    public sealed record DisputeWithdrawn(string DisputeId, LocalDate On, LocalDate GraceUntil) : DisputeEvent;

    /// <summary>A dispute was not decided until its due day and has another owner now.</summary>
    public sealed record DisputeEscalated(string DisputeId, string OwnerBefore, string Owner, LocalDate On)
        : DisputeEvent;
}
