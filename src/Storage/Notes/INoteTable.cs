using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Notes;

/// <summary>Rows of notes, as each database has them.</summary>
internal interface INoteTable
{
    /// <summary>Adds a row and notes it.</summary>
    Task<NoteOutcome> Add(NoteRow row, AuditEntry noted, CancellationToken cancellation);

    /// <summary>The row of an id.</summary>
    Task<ImmutableArray<NoteRow>> Find(string noteId, CancellationToken cancellation);

    /// <summary>Rows of an account before a number, newest first.</summary>
    Task<ImmutableArray<NoteRow>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation);

    /// <summary>Rows of a customer behind a number.</summary>
    Task<ImmutableArray<NoteRow>> OfCustomer(string customerId, long after, CancellationToken cancellation);

    /// <summary>Sets or clears the pin and notes it, once for a request.</summary>
    Task<NoteOutcome> Pin(AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation);

    /// <summary>Withdraws a row that holds, takes its pin away and notes it.</summary>
    Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation);
}
