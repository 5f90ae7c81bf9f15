using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Notes;

/// <summary>What goes with a command about a note.</summary>
/// <param name="NoteId">The note: of a new one an id that belongs to the request.</param>
/// <param name="At">When, by the clock of the business.</param>
/// <param name="Noted">The entry of the audit trail, without what only the note can say.</param>
internal sealed record NoteRequest(string NoteId, DateTimeOffset At, AuditEntry Noted);
