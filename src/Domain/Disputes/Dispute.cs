using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>An objection to an item, to a line of it, or to a part.</summary>
/// <param name="Id">The dispute.</param>
/// <param name="ItemId">The item.</param>
/// <param name="AmountMinor">What is disputed of it.</param>
/// <param name="Reason">Why, a code of the list.</param>
/// <param name="Owner">Who must decide it: a user or a queue, by id.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="DueOn">Until when it must be decided.</param>
/// <param name="LevelHeld">The dunning level the item had then.</param>
public sealed record Dispute(
    string Id,
    string ItemId,
    long AmountMinor,
    string Reason,
    string Owner,
    LocalDate OpenedOn,
    LocalDate DueOn,
    int LevelHeld)
{
    /// <summary>The line of the invoice, from 1, if it is about one.</summary>
    public int? LineNumber { get; init; }

    /// <summary>Where it stands.</summary>
    public DisputeStage Stage { get; init; }

    /// <summary>How it ended; stays when it is closed.</summary>
    public DisputeStage? Outcome { get; init; }

    /// <summary>Where the fault was, a code of the list.</summary>
    public string? RootCause { get; init; }

    /// <summary>What was credited; never more than was disputed.</summary>
    public long CreditMinor { get; init; }

    /// <summary>When it was decided or withdrawn.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>Until when what was rejected is not dunned.</summary>
    public LocalDate? GraceUntil { get; init; }

    /// <summary>When it was handed to somebody above, because it was late.</summary>
    public LocalDate? EscalatedOn { get; init; }

    /// <summary>The newest note, a code of the list.</summary>
    public string? NoteCode { get; init; }

    /// <summary>Documents that belong to it.</summary>
    public ImmutableArray<DisputeDocument> Documents { get; init; } = [];

    /// <summary>Whether it is not decided yet.</summary>
    public bool IsRunning => Stage is DisputeStage.Open or DisputeStage.InReview or DisputeStage.Waiting;
}
