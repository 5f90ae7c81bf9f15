using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Inbox;

/// <summary>How far the streams are, on SQLite.</summary>
internal sealed class SqliteStreamReports(SqliteDatabase database) : IStreamReports
{
    private const string SelectHeads =
        "select namespace, epoch, partition, head_row, record_count, byte_count from inbox_partition";

    private const string SelectCheckpoints = """
        select namespace, partition, epoch, row_number, record_count, byte_count, fence, moved_at
        from inbox_checkpoint
        """;

    private const string SelectTotals = $"""
        select o.namespace, min(o.appended_at), cast(({Microseconds.Now} - min(o.appended_at)) / 1000 as integer),
            (select count(*) from inbox_quarantine q where q.namespace = o.namespace and q.state = 'waiting')
        from (
            select p.namespace, (
                select r.appended_at from inbox_row r
                where r.namespace = p.namespace and r.partition = p.partition
                    and (r.epoch, r.row_number) >= (coalesce(c.epoch, 1), coalesce(c.row_number, 1))
                order by r.epoch, r.row_number limit 1) appended_at
            from (select distinct namespace, partition from inbox_partition) p
            left join inbox_checkpoint c on c.namespace = p.namespace and c.partition = p.partition) o
        group by o.namespace
        """;

    public Task<ImmutableArray<StreamView>> Streams(CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return StreamSheet.Of(
                snapshot.Query(SelectHeads, ReadHead),
                snapshot.Query(SelectCheckpoints, ReadCheckpoint),
                snapshot.Query(SelectTotals, ReadTotals));
        },
        cancellation);

    private static StreamFigures ReadHead(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5));

    private static CheckpointFigures ReadCheckpoint(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        new InboxPosition(row.GetInt32(2), row.GetInt64(3)),
        row.GetInt64(4),
        row.GetInt64(5),
        row.GetInt64(6),
        Microseconds.ToInstant(row.GetInt64(7)));

    private static StreamTotals ReadTotals(SqliteDataReader row) => new(
        row.GetString(0),
        row.InstantOrNull(1),
        row.IsDBNull(2) ? 0 : row.GetInt64(2),
        row.GetInt64(3));
}
