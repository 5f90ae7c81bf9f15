using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Inbox;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Inbox;

/// <summary>Epochs, heads and rows on SQLite, whose one writer puts them in order by itself.</summary>
internal sealed class SqliteInboxTable(SqliteDatabase database) : IInboxTable
{
    private const string SelectEpoch =
        "select epoch, partition_count from inbox_epoch where namespace = $1 order by epoch desc limit 1";

    private const string CloseEpoch = "update inbox_partition set is_closed = 1 where namespace = $1 and epoch = $2";

    private const string InsertEpoch = "insert into inbox_epoch(namespace, epoch, partition_count) values ($1, $2, $3)";

    private const string InsertHead = "insert into inbox_partition(namespace, epoch, partition) values ($1, $2, $3)";

    private const string SelectHeads = """
        select partition, head_row from inbox_partition
        where namespace = $1 and epoch = $2 and not is_closed order by partition
        """;

    private const string MoveHead = """
        update inbox_partition set head_row = $4, record_count = record_count + $5, byte_count = byte_count + $6
        where namespace = $1 and epoch = $2 and partition = $3
        """;

    private const string InsertRow = """
        insert into inbox_row(namespace, epoch, partition, row_number, record_count, byte_count, body)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string SelectDepth = """
        select p.records, p.bytes, c.records, c.bytes from
            (select coalesce(sum(record_count), 0) records, coalesce(sum(byte_count), 0) bytes
            from inbox_partition where namespace = $1) p,
            (select coalesce(sum(record_count), 0) records, coalesce(sum(byte_count), 0) bytes
            from inbox_checkpoint where namespace = $1) c
        """;

    private const string SelectProgress = """
        select r.record_count, coalesce((c.epoch, c.row_number) > (r.epoch, r.row_number), 0),
            coalesce(o.duplicate_count, 0), coalesce(o.refused_count, 0)
        from inbox_row r
        left join inbox_checkpoint c on c.namespace = r.namespace and c.partition = r.partition
        left join inbox_outcome o on o.namespace = r.namespace and o.epoch = r.epoch and o.partition = r.partition
            and o.row_number = r.row_number
        where r.namespace = $1 and r.epoch = $2 and r.partition = $3 and r.row_number = $4
        """;

    private const string InsertOperation = """
        insert into inbox_operation(namespace, epoch, operation_id, request_hash, rejected_count, parts)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing
        """;

    private const string SelectOperation = """
        select operation_id, request_hash, rejected_count, epoch, parts from inbox_operation
        where namespace = $1 and operation_id = $2
        """;

    public async Task<InboxEpoch?> Epoch(string streamNamespace, CancellationToken cancellation) =>
        (await database.All(SelectEpoch, ReadEpoch, cancellation, streamNamespace)).FirstOrDefault();

    public Task<InboxEpoch> Open(string streamNamespace, int partitionCount, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var newest = transaction.Query(SelectEpoch, ReadEpoch, streamNamespace).FirstOrDefault();
                if (newest?.PartitionCount == partitionCount)
                    return newest;
                var next = new InboxEpoch((newest?.Number ?? 0) + 1, partitionCount);
                transaction.Execute(CloseEpoch, streamNamespace, newest?.Number);
                transaction.Execute(InsertEpoch, streamNamespace, next.Number, partitionCount);
                for (var partition = 0; partition < partitionCount; partition++)
                    transaction.Execute(InsertHead, streamNamespace, next.Number, partition);
                return next;
            },
            cancellation);

    public Task<ImmutableArray<FlushedPart>?> Append(InboxFlush flush, CancellationToken cancellation) =>
        database.Write<ImmutableArray<FlushedPart>?>(
            transaction =>
            {
                var heads = transaction.Query(
                        SelectHeads,
                        row => (Partition: row.GetInt32(0), Head: row.GetInt64(1)),
                        flush.Namespace,
                        flush.Epoch)
                    .ToDictionary(head => head.Partition, head => head.Head);
                if (heads.Count == 0)
                    return null; // The epoch has ended.
                Invariant.Holds(flush.Partitions.All(heads.ContainsKey), "an epoch ends as a whole");
                var parts = flush.Number(heads);
                Store(transaction, flush, parts);
                return parts;
            },
            cancellation);

    public async Task<InboxDepth> Depth(string streamNamespace, CancellationToken cancellation) =>
        (await database.All(
            SelectDepth,
            row => new InboxDepth(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellation,
            streamNamespace))[0];

    public Task<ImmutableArray<RowProgress>> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation) =>
        database.Read<ImmutableArray<RowProgress>>(
            connection =>
            {
                using var statement = connection.Prepare(SelectProgress);
                var rows = ImmutableArray.CreateBuilder<RowProgress>();
                foreach (var part in receipt.Parts)
                    statement.ReadInto(rows, ReadProgress, streamNamespace, receipt.Epoch, part.Partition, part.Row);
                return rows.ToImmutable();
            },
            cancellation);

    public async Task<StoredOperation?> Find(
        string streamNamespace, string operationId, CancellationToken cancellation) =>
        (await database.All(SelectOperation, ReadOperation, cancellation, streamNamespace, operationId))
        .FirstOrDefault();

    private static void Store(SqliteTransaction transaction, InboxFlush flush, ImmutableArray<FlushedPart> parts)
    {
        using var move = transaction.Prepare(MoveHead);
        foreach (var head in FlushedHead.Of(parts))
        {
            move.Execute(
                flush.Namespace, flush.Epoch, head.Partition, head.Row, head.RecordCount, head.ByteCount);
        }
        using var insert = transaction.Prepare(InsertRow);
        foreach (var (_, part, row) in parts)
        {
            insert.Execute(
                flush.Namespace, flush.Epoch, part.Partition, row, part.RecordCount, part.Body.Length, part.Body);
        }
        foreach (var (request, rows) in FlushedOperation.Of(parts))
        {
            transaction.Execute(
                InsertOperation,
                flush.Namespace,
                flush.Epoch,
                request.OperationId,
                request.RequestHash,
                request.RejectedCount,
                rows);
        }
    }

    private static InboxEpoch ReadEpoch(SqliteDataReader row) => new(row.GetInt32(0), row.GetInt32(1));

    private static RowProgress ReadProgress(SqliteDataReader row) =>
        new(row.GetInt32(0), row.GetBoolean(1), row.GetInt32(2), row.GetInt32(3));

    private static StoredOperation ReadOperation(SqliteDataReader row) => new(
        new InboxOperation(row.GetString(0), row.GetString(1), row.GetInt32(2)),
        new InboxReceipt(row.GetInt32(3), OperationParts.Read(row.GetString(4))));
}
