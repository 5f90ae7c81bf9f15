using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Sqlite.Audit;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Notes;

/// <summary>Notes on SQLite: one writer, so nothing needs to be locked.</summary>
internal sealed class SqliteNoteTable(SqliteDatabase database) : INoteTable
{
    public Task<NoteOutcome> Add(NoteRow row, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (row.Note.IsPinned && IsFull(transaction, row.Note))
                return NoteOutcome.PinsFull;
            if (transaction.Execute(NoteSql.Insert, NoteSql.Added(row)) == 0)
                return NoteOutcome.Nothing;
            transaction.Append(noted);
            return NoteOutcome.Done;
        },
        cancellation);

    public Task<ImmutableArray<NoteRow>> Find(string noteId, CancellationToken cancellation) =>
        database.All(NoteSql.Find, NoteSql.ReadRow, cancellation, noteId);

    public Task<ImmutableArray<NoteRow>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation) =>
        filter.IsPinnedOnly
            ? database.All(
                NoteSql.Pinned, NoteSql.ReadRow, cancellation, accountKey, page.Before, filter.Kind ?? "",
                page.CountMax)
            : database.All(
                NoteSql.OfAccount, NoteSql.ReadRow, cancellation, accountKey, page.Before, filter.Kind ?? "",
                filter.WithWithdrawn ? 1 : 0, page.CountMax);

    public Task<ImmutableArray<NoteRow>> OfCustomer(
        string customerId, long after, CancellationToken cancellation) =>
        database.All(NoteSql.OfCustomer, NoteSql.ReadRow, cancellation, customerId, after);

    public Task<NoteOutcome> Pin(
        AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (isPinned && IsFull(transaction, note))
                return NoteOutcome.PinsFull;
            if (transaction.Query(NoteSql.Holds, row => row.GetInt64(0), note.NoteId).Count == 0)
                return NoteOutcome.Nothing;
            // First the entry: a request that was here before has no second effect, whatever came in between.
            if (!transaction.Append(noted))
                return NoteOutcome.Nothing;
            transaction.Execute(NoteSql.SetPinned, note.NoteId, isPinned ? 1 : 0);
            return NoteOutcome.Done;
        },
        cancellation);

    public Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (transaction.Execute(NoteSql.SetWithdrawn, NoteSql.Withdrawn(note, at, noted)) == 0)
                return NoteOutcome.Nothing;
            transaction.Append(noted);
            return NoteOutcome.Done;
        },
        cancellation);

    private static bool IsFull(SqliteTransaction transaction, AccountNote note) => transaction.Query(
        NoteSql.PinnedNumbers, row => row.GetInt64(0), NoteSql.KeyOf(note)).Count >= INoteStore.PinnedMax;
}
