using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;

namespace BillingActors.Storage.Postgres.Inbox;

/// <summary>How far the streams are, on PostgreSQL.</summary>
internal sealed class PostgresStreamReports(PostgresDatabase database) : IStreamReports
{
    private const string SelectHeads =
        "select namespace, epoch, partition, head_row, record_count, byte_count from inbox_partition";

    private const string SelectCheckpoints = """
        select namespace, partition, epoch, row_number, record_count, byte_count, fence, moved_at
        from inbox_checkpoint
        """;

    private const string SelectTotals = """
        select s.namespace, o.appended_at,
            coalesce(extract(epoch from clock_timestamp() - o.appended_at) * 1000, 0)::bigint,
            (select count(*) from inbox_quarantine q where q.namespace = s.namespace and q.state = 'waiting')
        from (select distinct namespace from inbox_epoch) s
        left join lateral (
            select min(r.appended_at) appended_at
            from (select distinct partition from inbox_partition p where p.namespace = s.namespace) p
            left join inbox_checkpoint c on c.namespace = s.namespace and c.partition = p.partition
            cross join lateral (
                select r.appended_at from inbox_row r
                where r.namespace = s.namespace and r.partition = p.partition
                    and (r.epoch, r.row_number) >= (coalesce(c.epoch, 1), coalesce(c.row_number, 1))
                order by r.epoch, r.row_number limit 1) r) o on true
        """;

    public Task<ImmutableArray<StreamView>> Streams(CancellationToken cancellation) => database.OnSnapshot(
        async snapshot =>
        {
            var heads = await snapshot.Command(SelectHeads).Query(
                row => new StreamFigures(
                    row.GetString(0),
                    row.GetInt32(1),
                    row.GetInt32(2),
                    row.GetInt64(3),
                    row.GetInt64(4),
                    row.GetInt64(5)),
                cancellation);
            var checkpoints = await snapshot.Command(SelectCheckpoints).Query(
                row => new CheckpointFigures(
                    row.GetString(0),
                    row.GetInt32(1),
                    new InboxPosition(row.GetInt32(2), row.GetInt64(3)),
                    row.GetInt64(4),
                    row.GetInt64(5),
                    row.GetInt64(6),
                    row.GetFieldValue<DateTimeOffset>(7)),
                cancellation);
            var totals = await snapshot.Command(SelectTotals).Query(
                row => new StreamTotals(
                    row.GetString(0),
                    row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1),
                    row.GetInt64(2),
                    row.GetInt64(3)),
                cancellation);
            return StreamSheet.Of(heads, checkpoints, totals);
        },
        cancellation);
}
