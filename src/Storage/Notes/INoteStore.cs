using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Notes;

/// <summary>
/// What people write down about accounts. Each call finds its rows by key; each change is stored with its entry of the
/// audit trail or not at all, and the same request again changes nothing.
/// </summary>
public interface INoteStore
{
    /// <summary>Characters of a text at most.</summary>
    const int TextLengthMax = 2000;

    /// <summary>Pinned notes of an account at most.</summary>
    const int PinnedMax = 5;

    /// <summary>Notes of a customer that are told at once.</summary>
    const int PageLength = 100;

    /// <summary>
    /// Adds a note, its text sealed with the key of its customer; an id that is there stays as it is.
    /// </summary>
    Task<NoteOutcome> Add(AccountNote note, AuditEntry noted, CancellationToken cancellation);

    /// <summary>A note by its id; null where there is none.</summary>
    Task<AccountNote?> Find(string noteId, CancellationToken cancellation);

    /// <summary>Notes of an account before a number (0 for the newest), newest first.</summary>
    Task<ImmutableArray<AccountNote>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation);

    /// <summary>A page of all notes of a customer behind a number, oldest first, withdrawn ones among them.</summary>
    Task<ImmutableArray<AccountNote>> OfCustomer(
        string customerId, long after, CancellationToken cancellation);

    /// <summary>Puts a note at the head of its account, or takes it down from there.</summary>
    Task<NoteOutcome> Pin(
        AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation);

    /// <summary>
    /// Withdraws a note by the entry's actor, for the entry's reason, at a moment; a note that was withdrawn stays as
    /// it is.
    /// </summary>
    Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation);
}
