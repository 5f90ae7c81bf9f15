using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What is stored around an event: who, when, why, and the numbers its documents drew.</summary>
/// <param name="Context">The command's envelope.</param>
/// <param name="RequestHash">Hash of the command's content.</param>
/// <param name="Reference">What the command made, if it has an id.</param>
/// <param name="Version">Version of the account after this event, from 1.</param>
/// <param name="Numbers">Numbers drawn by the flush for the event's documents, in their order; mostly empty.</param>
public sealed record EventEnvelope(
    CommandContext Context,
    string RequestHash,
    string? Reference,
    long Version,
    ImmutableArray<DocumentNumber> Numbers)
{
    /// <summary>
    /// The first open day of the books, where the event's own day lies in a locked period: it is booked on this day and
    /// keeps its date. Null for nearly all events.
    /// </summary>
    public LocalDate? BookedFrom { get; init; }
}
