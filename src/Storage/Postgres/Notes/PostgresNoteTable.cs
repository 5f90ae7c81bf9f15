using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Postgres.Audit;
using Npgsql;

namespace BillingActors.Storage.Postgres.Notes;

/// <summary>Notes on PostgreSQL.</summary>
internal sealed class PostgresNoteTable(PostgresDatabase database) : INoteTable
{
    private const string LockPinned = NoteSql.PinnedNumbers + " for update";
    private const string LockOne = NoteSql.Holds + " for update";

    public Task<NoteOutcome> Add(NoteRow row, AuditEntry noted, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                if (row.Note.IsPinned && await IsFull(transaction, row.Note, cancellation))
                    return NoteOutcome.PinsFull;
                if (await transaction.Command(NoteSql.Insert, NoteSql.Added(row)).Run(cancellation) == 0)
                    return NoteOutcome.Nothing;
                await transaction.Append(noted, cancellation);
                return NoteOutcome.Done;
            },
            cancellation);

    public Task<ImmutableArray<NoteRow>> Find(string noteId, CancellationToken cancellation) =>
        database.Command(NoteSql.Find, noteId).Query(NoteSql.ReadRow, cancellation);

    public Task<ImmutableArray<NoteRow>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation) =>
        (filter.IsPinnedOnly
            ? database.Command(NoteSql.Pinned, accountKey, page.Before, filter.Kind ?? "", page.CountMax)
            : database.Command(
                NoteSql.OfAccount, accountKey, page.Before, filter.Kind ?? "", filter.WithWithdrawn ? 1 : 0,
                page.CountMax))
        .Query(NoteSql.ReadRow, cancellation);

    public Task<ImmutableArray<NoteRow>> OfCustomer(
        string customerId, long after, CancellationToken cancellation) =>
        database.Command(NoteSql.OfCustomer, customerId, after).Query(NoteSql.ReadRow, cancellation);

    public Task<NoteOutcome> Pin(
        AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                if (isPinned && await IsFull(transaction, note, cancellation))
                    return NoteOutcome.PinsFull;
                // Notes before the head of the trail, in the order of all that writes here.
                var held = await transaction.Command(LockOne, note.NoteId)
                    .Query(row => row.GetInt64(0), cancellation);
                if (held.IsEmpty)
                    return NoteOutcome.Nothing;
                // First the entry: a request that was here before has no second effect, whatever came in between.
                if (!await transaction.Append(noted, cancellation))
                    return NoteOutcome.Nothing;
                await transaction.Command(NoteSql.SetPinned, note.NoteId, isPinned ? 1 : 0).Run(cancellation);
                return NoteOutcome.Done;
            },
            cancellation);

    public Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                var withdrawn = NoteSql.Withdrawn(note, at, noted);
                if (await transaction.Command(NoteSql.SetWithdrawn, withdrawn).Run(cancellation) == 0)
                    return NoteOutcome.Nothing;
                await transaction.Append(noted, cancellation);
                return NoteOutcome.Done;
            },
            cancellation);

    // Who waited for the rows counts again: the one before may have added another.
    private static async Task<bool> IsFull(
        NpgsqlTransaction transaction, AccountNote note, CancellationToken cancellation)
    {
        var accountKey = NoteSql.KeyOf(note);
        await transaction.Command(LockPinned, accountKey).Query(row => row.GetInt64(0), cancellation);
        var pinned = await transaction.Command(NoteSql.PinnedNumbers, accountKey)
            .Query(row => row.GetInt64(0), cancellation);
        return pinned.Length >= INoteStore.PinnedMax;
    }
}
