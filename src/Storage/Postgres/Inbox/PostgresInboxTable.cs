using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Inbox;
using Npgsql;

namespace BillingActors.Storage.Postgres.Inbox;

/// <summary>
/// Epochs, heads and rows on PostgreSQL. Heads are locked in order of the partition until the commit, so numbers have
/// no gaps and a row never appears before one with a lower number.
/// </summary>
internal sealed class PostgresInboxTable(PostgresDatabase database) : IInboxTable
{
    private const string SelectEpoch =
        "select epoch, partition_count from inbox_epoch where namespace = $1 order by epoch desc limit 1";

    private const string LockHeads =
        "select 1 from inbox_partition where namespace = $1 and epoch = $2 order by partition for update";

    private const string CloseEpoch =
        "update inbox_partition set is_closed = true where namespace = $1 and epoch = $2";

    private const string InsertEpoch = "insert into inbox_epoch(namespace, epoch, partition_count) values ($1, $2, $3)";

    private const string InsertHeads = """
        insert into inbox_partition(namespace, epoch, partition)
        select $1, $2, partition from generate_series(0, $3 - 1) partition
        """;

    private const string SelectHeads = """
        select partition, head_row from inbox_partition
        where namespace = $1 and epoch = $2 and partition = any($3) and not is_closed
        order by partition for update
        """;

    private const string MoveHeads = """
        update inbox_partition p set head_row = m.head_row, record_count = p.record_count + m.record_count,
            byte_count = p.byte_count + m.byte_count
        from unnest($3::integer[], $4::bigint[], $5::bigint[], $6::bigint[])
            m(partition, head_row, record_count, byte_count)
        where p.namespace = $1 and p.epoch = $2 and p.partition = m.partition
        """;

    private const string InsertRows = """
        insert into inbox_row(namespace, epoch, partition, row_number, record_count, byte_count, body)
        select $1, $2, partition, row_number, record_count, octet_length(body), body
        from unnest($3::integer[], $4::bigint[], $5::integer[], $6::bytea[])
            r(partition, row_number, record_count, body)
        """;

    private const string SelectDepth = """
        select p.records, p.bytes, c.records, c.bytes from
            (select coalesce(sum(record_count), 0)::bigint records, coalesce(sum(byte_count), 0)::bigint bytes
            from inbox_partition where namespace = $1) p,
            (select coalesce(sum(record_count), 0)::bigint records, coalesce(sum(byte_count), 0)::bigint bytes
            from inbox_checkpoint where namespace = $1) c
        """;

    private const string SelectProgress = """
        select r.record_count, coalesce((c.epoch, c.row_number) > (r.epoch, r.row_number), false),
            coalesce(o.duplicate_count, 0), coalesce(o.refused_count, 0)
        from unnest($3::integer[], $4::bigint[]) k(partition, row_number)
        join inbox_row r on r.namespace = $1 and r.epoch = $2 and r.partition = k.partition
            and r.row_number = k.row_number
        left join inbox_checkpoint c on c.namespace = $1 and c.partition = k.partition
        left join inbox_outcome o on o.namespace = $1 and o.epoch = $2 and o.partition = k.partition
            and o.row_number = k.row_number
        """;

    private const string InsertOperations = """
        insert into inbox_operation(namespace, epoch, operation_id, request_hash, rejected_count, parts)
        select $1, $2, o.* from unnest($3::text[], $4::text[], $5::integer[], $6::text[]) o
        on conflict do nothing
        """;

    private const string SelectOperation = """
        select operation_id, request_hash, rejected_count, epoch, parts from inbox_operation
        where namespace = $1 and operation_id = $2
        """;

    public async Task<InboxEpoch?> Epoch(string streamNamespace, CancellationToken cancellation) =>
        (await database.Command(SelectEpoch, streamNamespace).Query(ReadEpoch, cancellation)).FirstOrDefault();

    public Task<InboxEpoch> Open(string streamNamespace, int partitionCount, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                var newest = (await transaction.Command(SelectEpoch, streamNamespace).Query(ReadEpoch, cancellation))
                    .FirstOrDefault();
                if (newest?.PartitionCount == partitionCount)
                    return newest;
                var next = new InboxEpoch((newest?.Number ?? 0) + 1, partitionCount);
                if (newest is not null)
                {
                    await transaction.Command(LockHeads, streamNamespace, newest.Number).Run(cancellation);
                    await transaction.Command(CloseEpoch, streamNamespace, newest.Number).Run(cancellation);
                }
                await transaction.Command(InsertEpoch, streamNamespace, next.Number, partitionCount).Run(cancellation);
                await transaction.Command(InsertHeads, streamNamespace, next.Number, partitionCount).Run(cancellation);
                return next;
            },
            cancellation);

    public Task<ImmutableArray<FlushedPart>?> Append(InboxFlush flush, CancellationToken cancellation) =>
        database.InTransaction<ImmutableArray<FlushedPart>?>(
            async transaction =>
            {
                var heads = await transaction
                    .Command(SelectHeads, flush.Namespace, flush.Epoch, flush.Partitions.ToArray())
                    .Query(row => (Partition: row.GetInt32(0), Head: row.GetInt64(1)), cancellation);
                if (heads.IsEmpty)
                    return null; // Another process has ended the epoch.
                Invariant.Holds(heads.Length == flush.Partitions.Length, "an epoch ends as a whole");
                var parts = flush.Number(heads.ToDictionary(head => head.Partition, head => head.Head));
                await Store(transaction, flush, parts, cancellation);
                return parts;
            },
            cancellation);

    public async Task<InboxDepth> Depth(string streamNamespace, CancellationToken cancellation) =>
        (await database.Command(SelectDepth, streamNamespace).Query(
            row => new InboxDepth(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellation))[0];

    public async Task<ImmutableArray<RowProgress>> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation) =>
        await database.Command(
            SelectProgress,
            streamNamespace,
            receipt.Epoch,
            receipt.Parts.Select(part => part.Partition).ToArray(),
            receipt.Parts.Select(part => part.Row).ToArray()).Query(
            row => new RowProgress(row.GetInt32(0), row.GetBoolean(1), row.GetInt32(2), row.GetInt32(3)),
            cancellation);

    public async Task<StoredOperation?> Find(
        string streamNamespace, string operationId, CancellationToken cancellation) =>
        (await database.Command(SelectOperation, streamNamespace, operationId).Query(ReadOperation, cancellation))
        .FirstOrDefault();

    private static async Task Store(
        NpgsqlTransaction transaction,
        InboxFlush flush,
        ImmutableArray<FlushedPart> parts,
        CancellationToken cancellation)
    {
        var heads = FlushedHead.Of(parts);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.BatchCommands.Add(PostgresCommands.Command(
            MoveHeads,
            PostgresCommands.Value(flush.Namespace),
            PostgresCommands.Value(flush.Epoch),
            PostgresCommands.Column(heads, head => head.Partition),
            PostgresCommands.Column(heads, head => head.Row),
            PostgresCommands.Column(heads, head => head.RecordCount),
            PostgresCommands.Column(heads, head => head.ByteCount)));
        batch.BatchCommands.Add(PostgresCommands.Command(
            InsertRows,
            PostgresCommands.Value(flush.Namespace),
            PostgresCommands.Value(flush.Epoch),
            PostgresCommands.Column(parts, flushed => flushed.Part.Partition),
            PostgresCommands.Column(parts, flushed => flushed.Row),
            PostgresCommands.Column(parts, flushed => flushed.Part.RecordCount),
            PostgresCommands.Column(parts, flushed => flushed.Part.Body)));
        var operations = FlushedOperation.Of(parts);
        if (operations.Count > 0)
        {
            batch.BatchCommands.Add(PostgresCommands.Command(
                InsertOperations,
                PostgresCommands.Value(flush.Namespace),
                PostgresCommands.Value(flush.Epoch),
                PostgresCommands.Column(operations, operation => operation.Request.OperationId),
                PostgresCommands.Column(operations, operation => operation.Request.RequestHash),
                PostgresCommands.Column(operations, operation => operation.Request.RejectedCount),
                PostgresCommands.Column(operations, operation => operation.Parts)));
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static StoredOperation ReadOperation(NpgsqlDataReader row) => new(
        new InboxOperation(row.GetString(0), row.GetString(1), row.GetInt32(2)),
        new InboxReceipt(row.GetInt32(3), OperationParts.Read(row.GetString(4))));

    private static InboxEpoch ReadEpoch(NpgsqlDataReader row) => new(row.GetInt32(0), row.GetInt32(1));
}
