using System.Collections.Immutable;
using BillingActors.Storage.Inbox;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Inbox;

/// <summary>Reading, checkpoints and trimming on SQLite.</summary>
internal sealed class SqliteInboxLogTable(SqliteDatabase database) : IInboxLogTable
{
    private const string UndrainedHead = """
        p.head_row > 0 and not exists (select 1 from inbox_checkpoint c
            where c.namespace = p.namespace and c.partition = p.partition
                and (c.epoch, c.row_number) > (p.epoch, p.head_row))
        """;

    private const string SelectPartitionCountMax = $"""
        select max(e.partition_count) from inbox_epoch e
        where e.namespace = $1 and (
            e.epoch = (select max(epoch) from inbox_epoch where namespace = $1)
            or exists (select 1 from inbox_partition p
                where p.namespace = $1 and p.epoch = e.epoch and {UndrainedHead}))
        """;

    private const string SelectCheckpoint =
        "select epoch, row_number, fence from inbox_checkpoint where namespace = $1 and partition = $2";

    private const string SelectRows = """
        select epoch, partition, row_number, appended_at, record_count, body from inbox_row
        where namespace = $1 and partition = $2 and epoch = $3 and row_number >= $4
        order by row_number limit $5
        """;

    private const string SelectNextEpoch = $"""
        select e.epoch from inbox_epoch e
        where e.namespace = $1 and e.epoch > $3 and e.partition_count > $2
            and not exists (select 1 from inbox_partition p
                where p.namespace = $1 and p.epoch < e.epoch and {UndrainedHead})
        order by e.epoch limit 1
        """;

    private const string ClaimCheckpoint = """
        insert into inbox_checkpoint(namespace, partition, epoch, row_number, fence) values ($1, $2, 1, 1, 1)
        on conflict (namespace, partition) do update set fence = fence + 1
        returning epoch, row_number, fence
        """;

    private const string MoveCheckpoint = $"""
        update inbox_checkpoint set epoch = $6, row_number = $7, record_count = record_count + $8,
            byte_count = byte_count + $9, moved_at = {Microseconds.Now}
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

    private const string DeleteRows = $"""
        delete from inbox_row where namespace = $1 and partition = $2 and appended_at < {Microseconds.Now} - $3
            and (epoch, row_number) < (select epoch, row_number from inbox_checkpoint
                where namespace = $1 and partition = $2)
        """;

    private const string DeleteOperations = $"""
        delete from inbox_operation where namespace = $1 and accepted_at < {Microseconds.Now} - $2
        """;

    public async Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation) =>
        (await database.All(
            SelectPartitionCountMax, row => row.IsDBNull(0) ? 0 : row.GetInt32(0), cancellation, streamNamespace))[0];

    public async Task<InboxPosition?> Checkpoint(
        string streamNamespace, int partition, CancellationToken cancellation)
    {
        var found = await database.All(SelectCheckpoint, ReadClaim, cancellation, streamNamespace, partition);
        return found.IsEmpty ? null : found[0].Position;
    }

    public Task<ImmutableArray<InboxRow>> Read(InboxRange range, CancellationToken cancellation) => database.Read(
        connection => Read(connection, range), cancellation);

    public async Task<int?> NextEpoch(
        string streamNamespace, int partition, int epoch, CancellationToken cancellation)
    {
        var next = await database.All(
            SelectNextEpoch, row => row.GetInt32(0), cancellation, streamNamespace, partition, epoch);
        return next.IsEmpty ? null : next[0];
    }

    public Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation) =>
        database.Write(
            transaction => transaction.Query(ClaimCheckpoint, ReadClaim, streamNamespace, partition)[0],
            cancellation);

    public Task<bool> Advance(
        InboxAdvance advance, ImmutableArray<byte[]> quarantined, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (Move(transaction, advance) == 0)
                return false;
            foreach (var outcome in advance.Outcomes)
                Add(transaction, advance, outcome);
            foreach (var (parked, body) in advance.Quarantined.Zip(quarantined))
                Add(transaction, advance, parked, body);
            return true;
        },
        cancellation);

    public Task<int> Trim(
        string streamNamespace, int partition, TimeSpan age, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            var microseconds = age.Ticks / TimeSpan.TicksPerMicrosecond;
            if (partition == 0)
                transaction.Execute(DeleteOperations, streamNamespace, microseconds);
            return transaction.Execute(DeleteRows, streamNamespace, partition, microseconds);
        },
        cancellation);

    /// <summary>Bodies are read one by one, so that no more are copied than fit.</summary>
    private static ImmutableArray<InboxRow> Read(SqliteConnection connection, InboxRange range)
    {
        using var command = new SqliteCommand(SelectRows, connection);
        object[] values =
            [range.Namespace, range.Partition, range.From.Epoch, range.From.Row, InboxRange.RowCountMax];
        foreach (var value in values)
            command.Parameters.Add(new SqliteParameter("$" + (command.Parameters.Count + 1), value));
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<InboxRow>();
        var (records, bytes) = (0L, 0L);
        while (reader.Read())
        {
            var row = ReadRow(reader);
            (records, bytes) = (records + row.RecordCount, bytes + row.Body.Length);
            if (rows.Count > 0 && (records > range.RecordCountMax || bytes > range.ByteCountMax))
                break;
            rows.Add(row);
        }
        return rows.ToImmutable();
    }

    private static int Move(SqliteTransaction transaction, InboxAdvance advance) => transaction.Execute(
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

    private static void Add(SqliteTransaction transaction, InboxAdvance advance, RowOutcome outcome) =>
        transaction.Execute(
            InsertOutcome,
            advance.Namespace,
            advance.Partition,
            outcome.Position.Epoch,
            outcome.Position.Row,
            outcome.DuplicateCount,
            outcome.RefusedCount);

    private static void Add(
        SqliteTransaction transaction, InboxAdvance advance, QuarantinedRecord parked, byte[] body) =>
        transaction.Execute(
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

    private static InboxClaim ReadClaim(SqliteDataReader row) =>
        new(new InboxPosition(row.GetInt32(0), row.GetInt64(1)), row.GetInt64(2));

    private static InboxRow ReadRow(SqliteDataReader row) => new(
        row.GetInt32(0),
        row.GetInt32(1),
        row.GetInt64(2),
        Microseconds.ToInstant(row.GetInt64(3)),
        row.GetInt32(4),
        row.GetFieldValue<byte[]>(5));
}
