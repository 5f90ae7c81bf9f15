using System.Collections.Immutable;
using BillingActors.Storage.Inbox;
using Npgsql;

namespace BillingActors.Storage.Postgres.Inbox;

/// <summary>Reading, checkpoints and trimming on PostgreSQL.</summary>
internal sealed class PostgresInboxLogTable(PostgresDatabase database) : IInboxLogTable
{
    private const string UndrainedHead = """
        p.head_row > 0 and not exists (select from inbox_checkpoint c
            where c.namespace = p.namespace and c.partition = p.partition
                and (c.epoch, c.row_number) > (p.epoch, p.head_row))
        """;

    private const string SelectPartitionCountMax = $"""
        select max(e.partition_count) from inbox_epoch e
        where e.namespace = $1 and (
            e.epoch = (select max(epoch) from inbox_epoch where namespace = $1)
            or exists (select from inbox_partition p where p.namespace = $1 and p.epoch = e.epoch and {UndrainedHead}))
        """;

    private const string SelectCheckpoint =
        "select epoch, row_number, fence from inbox_checkpoint where namespace = $1 and partition = $2";

    private const string SelectRows = """
        select epoch, partition, row_number, appended_at, record_count, body from (
            select *, row_number() over w position, sum(record_count) over w records, sum(byte_count) over w bytes
            from (select * from inbox_row
                where namespace = $1 and partition = $2 and epoch = $3 and row_number >= $4
                order by row_number limit $5) next
            window w as (order by next.row_number)) rows
        where position = 1 or (records <= $6 and bytes <= $7)
        order by rows.row_number
        """;

    private const string SelectNextEpoch = $"""
        select e.epoch from inbox_epoch e
        where e.namespace = $1 and e.epoch > $3 and e.partition_count > $2
            and not exists (select from inbox_partition p
                where p.namespace = $1 and p.epoch < e.epoch and {UndrainedHead})
        order by e.epoch limit 1
        """;

    private const string ClaimCheckpoint = """
        insert into inbox_checkpoint(namespace, partition, epoch, row_number, fence) values ($1, $2, 1, 1, 1)
        on conflict (namespace, partition) do update set fence = inbox_checkpoint.fence + 1
        returning epoch, row_number, fence
        """;

    private const string MoveCheckpoint = """
        update inbox_checkpoint set epoch = $6, row_number = $7, record_count = record_count + $8,
            byte_count = byte_count + $9, moved_at = clock_timestamp()
        where namespace = $1 and partition = $2 and fence = $3 and epoch = $4 and row_number = $5
        """;

    private const string InsertOutcome = """
        insert into inbox_outcome(namespace, partition, epoch, row_number, duplicate_count, refused_count)
        values ($1, $2, $3, $4, $5, $6)
        """;

    private const string InsertQuarantine = """
        insert into inbox_quarantine(namespace, partition, epoch, row_number, record_index, attempt_count, entity_id,
            subject, source, record_id, code, detail, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string DeleteRows = """
        delete from inbox_row r using inbox_checkpoint c
        where r.namespace = $1 and r.partition = $2 and c.namespace = $1 and c.partition = $2
            and (r.epoch, r.row_number) < (c.epoch, c.row_number) and r.appended_at < clock_timestamp() - $3
        """;

    private const string DeleteOperations =
        "delete from inbox_operation where namespace = $1 and accepted_at < clock_timestamp() - $2";

    public async Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation) =>
        (await database.Command(SelectPartitionCountMax, streamNamespace).Query(
            row => row.IsDBNull(0) ? 0 : row.GetInt32(0), cancellation))[0];

    public async Task<InboxPosition?> Checkpoint(
        string streamNamespace, int partition, CancellationToken cancellation)
    {
        var found = await database.Command(SelectCheckpoint, streamNamespace, partition)
            .Query(ReadClaim, cancellation);
        return found.IsEmpty ? null : found[0].Position;
    }

    public async Task<ImmutableArray<InboxRow>> Read(InboxRange range, CancellationToken cancellation) =>
        await database.Command(
            SelectRows,
            range.Namespace,
            range.Partition,
            range.From.Epoch,
            range.From.Row,
            InboxRange.RowCountMax,
            (long)range.RecordCountMax,
            range.ByteCountMax).Query(
            row => new InboxRow(
                row.GetInt32(0),
                row.GetInt32(1),
                row.GetInt64(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.GetInt32(4),
                row.GetFieldValue<byte[]>(5)),
            cancellation);

    public async Task<int?> NextEpoch(
        string streamNamespace, int partition, int epoch, CancellationToken cancellation)
    {
        var next = await database.Command(SelectNextEpoch, streamNamespace, partition, epoch)
            .Query(row => row.GetInt32(0), cancellation);
        return next.IsEmpty ? null : next[0];
    }

    public async Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation) =>
        (await database.Command(ClaimCheckpoint, streamNamespace, partition).Query(ReadClaim, cancellation))[0];

    public async Task<bool> Advance(
        InboxAdvance advance, ImmutableArray<byte[]> quarantined, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Move(transaction, advance).Run(cancellation) == 0)
            return false;
        if (!advance.Outcomes.IsEmpty || !advance.Quarantined.IsEmpty)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            Fill(batch, advance, quarantined);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<int> Trim(
        string streamNamespace, int partition, TimeSpan age, CancellationToken cancellation)
    {
        if (partition == 0)
            await database.Command(DeleteOperations, streamNamespace, age).Run(cancellation);
        return await database.Command(DeleteRows, streamNamespace, partition, age).Run(cancellation);
    }

    private static NpgsqlCommand Move(NpgsqlTransaction transaction, InboxAdvance advance) => transaction.Command(
        MoveCheckpoint,
        advance.Namespace,
        advance.Partition,
        advance.Claim.Fence,
        advance.Claim.Position.Epoch,
        advance.Claim.Position.Row,
        advance.To.Epoch,
        advance.To.Row,
        advance.RecordCount,
        advance.ByteCount);

    private static void Fill(NpgsqlBatch batch, InboxAdvance advance, ImmutableArray<byte[]> quarantined)
    {
        foreach (var outcome in advance.Outcomes)
        {
            batch.Add(
                InsertOutcome,
                advance.Namespace,
                advance.Partition,
                outcome.Position.Epoch,
                outcome.Position.Row,
                outcome.DuplicateCount,
                outcome.RefusedCount);
        }
        foreach (var (parked, body) in advance.Quarantined.Zip(quarantined))
        {
            batch.Add(
                InsertQuarantine,
                advance.Namespace,
                advance.Partition,
                parked.Offset.Epoch,
                parked.Offset.Row,
                parked.Offset.Index,
                parked.AttemptCount,
                parked.EntityId,
                parked.Record?.Subject,
                parked.Record?.Source,
                parked.Record?.Id,
                parked.Code,
                parked.Detail,
                body);
        }
    }

    private static InboxClaim ReadClaim(NpgsqlDataReader row) =>
        new(new InboxPosition(row.GetInt32(0), row.GetInt64(1)), row.GetInt64(2));
}
