using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Sqlite.Charging;
using BillingActors.Storage.Sqlite.Closing;
using BillingActors.Storage.Webhooks;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>
/// One flush in one write transaction, in the same order as on PostgreSQL: fence, rows, numbers, documents.
/// </summary>
internal sealed class SqliteFlush(SqliteDatabase database) : IFlush
{
    private readonly SqliteAccountRows _rows = new();
    private readonly SqliteCollectionRows _collection = new();
    private readonly SqliteDepositRows _deposits = new();
    private readonly SqliteCashRows _cash = new();
    private readonly SqliteUsageRows _usage = new();

    public async Task<IReadOnlyList<StoredCommit>> Write(
        IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        CrashPoints.Reach(CrashPoints.BeforeWrite);
        var stored = await database.Write(
            transaction =>
            {
                var winners = Write(transaction, commits, checkpoint);
                CrashPoints.Reach(CrashPoints.AfterWriteBeforeCommit);
                return winners;
            },
            cancellation);
        CrashPoints.Reach(CrashPoints.AfterCommitBeforeReply);
        return stored;
    }

    private IReadOnlyList<StoredCommit> Write(
        SqliteTransaction transaction, IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint)
    {
        // There is one writer, so whoever is at the head's version now stays there until the commit.
        var winners = commits.Where(commit => _rows.Head(transaction, commit.Key) == commit.Before.Version).ToList();
        SqlitePeriodRows.Book(transaction, winners);
        foreach (var winner in winners)
        {
            _rows.Events(transaction, winner);
            _rows.Postings(transaction, winner);
            _rows.Items(transaction, winner);
            _cash.Receipts(transaction, winner);
            _rows.Contracts(transaction, winner);
            _rows.Consequences(transaction, winner);
            _collection.Write(transaction, winner);
            _deposits.Write(transaction, winner);
            _usage.Write(transaction, winner);
            Invariant.Holds(
                _rows.Account(transaction, winner) == 1, "the query row of an account is never ahead of its events");
        }
        if (checkpoint is not null && winners.Count == commits.Count)
            _rows.Checkpoint(transaction, checkpoint);
        var wanted = FlushNotice.Wanted(transaction.Query(WebhookSql.Wanted, WebhookSql.ReadWanted));
        if (FlushNotice.Of(winners, wanted) is { } notice)
            transaction.Execute(WebhookSql.AddFlush, notice);
        var last = NumberSeries.Wanted(winners)
            .Select(wanted => _rows.Draw(transaction, wanted.Series, wanted.Count))
            .ToList();
        var stored = NumberSeries.Stamp(winners, last);
        foreach (var commit in stored)
            _rows.Numbered(transaction, commit);
        return stored;
    }
}
