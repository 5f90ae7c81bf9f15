using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Postgres.Charging;
using BillingActors.Storage.Postgres.Closing;
using BillingActors.Storage.Postgres.Webhooks;
using BillingActors.Storage.Webhooks;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>
/// One flush in four round trips: first events behind their fence; the winners' other rows and, last, the numbers they
/// need; documents and snapshots; commit. The lock on a number series is held only from the second to the fourth.
/// Contracts that begin or end take one more, behind the fence. The first also takes the periods of the books it writes
/// to; where they were locked or opened meanwhile, the flush begins again on what they say.
/// </summary>
internal sealed class PostgresFlush(PostgresDatabase database) : IFlush
{
    private const int AttemptCountMax = 8;

    private readonly BookingWindows _windows = new();
    private readonly PostgresWanted _wanted = new(database);

    public async Task<IReadOnlyList<StoredCommit>> Write(
        IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        CrashPoints.Reach(CrashPoints.BeforeWrite);
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            try
            {
                if (await TryWrite(commits, checkpoint, cancellation) is { } stored)
                    return stored;
            }
            catch (PostgresException told) when (PostgresCashRows.IsHeld(told))
            {
                throw new ReceiptHeldException(told);
            }
            await PostgresPeriodRows.Ensure(database, BookingWindows.EntitiesOf(commits), cancellation);
        }
        throw new StoreBusyException();
    }

    /// <summary>Null when other days are locked than the commits were worked out for.</summary>
    private async Task<IReadOnlyList<StoredCommit>?> TryWrite(
        IReadOnlyList<PreparedCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        var windows = _windows.Book(commits);
        var wanted = await _wanted.Read(cancellation);
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Fence(connection, commits, windows, cancellation) is not { } winners)
            return null;
        var passed = winners.Count == commits.Count ? checkpoint : null;
        if (winners.Count == 0 && passed is null)
            return [];
        await PostgresContractRows.Write(connection, winners, cancellation);
        var numbers = await WriteRows(
            connection, winners, (passed, FlushNotice.Of(winners, wanted)), cancellation);
        var stored = NumberSeries.Stamp(winners, numbers);
        await WriteNumbered(connection, stored, cancellation);
        CrashPoints.Reach(CrashPoints.AfterWriteBeforeCommit);
        await Commit(transaction);
        CrashPoints.Reach(CrashPoints.AfterCommitBeforeReply);
        return stored;
    }

    private async Task<List<PreparedCommit>?> Fence(
        NpgsqlConnection connection,
        IReadOnlyList<PreparedCommit> commits,
        IReadOnlyDictionary<string, BookingWindow> windows,
        CancellationToken cancellation)
    {
        if (commits.Count == 0)
            return [];
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(PostgresDatabase.PlanByKey),
                PostgresPeriodRows.Share(windows.Keys),
                PostgresAccountRows.FirstEvents(commits),
            },
        };
        foreach (var guard in PostgresCashRows.Guards(commits))
            batch.BatchCommands.Add(guard);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        if (!_windows.Confirms(windows, await PostgresPeriodRows.Read(reader, cancellation)))
            return null;
        await reader.NextResultAsync(cancellation);
        var keys = new HashSet<string>(commits.Count, StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            keys.Add(reader.GetString(0));
        if (await reader.NextResultAsync(cancellation)
            && await reader.NextResultAsync(cancellation)
            && await reader.ReadAsync(cancellation))
        {
            throw new ReceiptHeldException();
        }
        return [.. commits.Where(commit => keys.Contains(commit.Key))];
    }

    /// <summary>
    /// Writes what needs no number, and draws the numbers last: series by series, always in the same order.
    /// </summary>
    private static async Task<List<long>> WriteRows(
        NpgsqlConnection connection,
        List<PreparedCommit> winners,
        (PageCheckpoint? Checkpoint, string? Notice) rest,
        CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in PostgresAccountRows.Unnumbered(winners))
            batch.BatchCommands.Add(command);
        if (rest.Checkpoint is { } checkpoint)
            batch.BatchCommands.Add(PostgresAccountRows.Checkpoint(checkpoint));
        if (rest.Notice is { } notice)
            batch.BatchCommands.Add(Command(WebhookSql.AddFlush, Value(notice)));
        var rowCommandCount = batch.BatchCommands.Count;
        foreach (var (series, count) in NumberSeries.Wanted(winners))
            batch.BatchCommands.Add(PostgresAccountRows.Draw(series, count));

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var last = new List<long>();
        do
        {
            while (await reader.ReadAsync(cancellation))
                last.Add(reader.GetInt64(0));
        }
        while (await reader.NextResultAsync(cancellation));
        var heads = winners.Count == 0 ? 0 : batch.BatchCommands[0].RecordsAffected;
        Invariant.Holds(heads == winners.Count, "the query row of an account is never ahead of its events");
        PostgresUsageRows.EnsureSettled(batch, winners);
        Invariant.Holds(last.Count == batch.BatchCommands.Count - rowCommandCount, "every series gave its numbers");
        return last;
    }

    private static async Task WriteNumbered(
        NpgsqlConnection connection, IReadOnlyList<StoredCommit> stored, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in PostgresAccountRows.Numbered(stored))
            batch.BatchCommands.Add(command);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// A caller that gives up must not leave the outcome open, so no cancellation reaches the commit.
    /// </summary>
    private static async Task Commit(NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is not PostgresException told || ClassOf(told) is not ("23" or "40"))
        {
            throw new UnknownOutcomeException(
                "The connection was lost during the commit; it may be stored or not.", fault);
        }
    }

    /// <summary>The class of an SQLSTATE: 23 integrity, 40 rollback.</summary>
    private static string ClassOf(PostgresException told) => told.SqlState[..2];
}
