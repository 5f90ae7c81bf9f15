using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;
using Npgsql;

namespace BillingActors.Storage.Postgres.Inbox;

/// <summary>Quarantine rows on PostgreSQL.</summary>
internal sealed class PostgresQuarantineTable(PostgresDatabase database) : IQuarantineTable
{
    private const string Select = """
        select quarantine_id, epoch, partition, row_number, record_index, subject, source, record_id, code, detail,
            attempt_count, quarantined_at, state, body
        from inbox_quarantine
        """;

    private const string SelectWaiting = $"""
        {Select}
        where namespace = $1 and state = 'waiting' and quarantine_id > $2
            and (cardinality($3::text[]) = 0 or entity_id = any($3))
        order by quarantine_id limit $4
        """;

    private const string SelectOne = $"""
        {Select}
        where quarantine_id = $2 and namespace = $1 and (cardinality($3::text[]) = 0 or entity_id = any($3))
        """;

    private const string SetDecided = """
        update inbox_quarantine set state = $2, decided_by = $3, note = $4, decided_at = clock_timestamp()
        where quarantine_id = $1 and state = 'waiting'
        """;

    public Task<ImmutableArray<QuarantineRow>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation) =>
        database.Command(SelectWaiting, streamNamespace, range.AfterId, scope.Entities.ToArray(), range.CountMax)
            .Query(ReadRow, cancellation);

    public async Task<QuarantineRow?> Find(QuarantineKey key, CancellationToken cancellation) =>
        (await database.Command(SelectOne, key.Namespace, key.Id, key.Scope.Entities.ToArray())
            .Query(ReadRow, cancellation)).FirstOrDefault();

    public async Task<bool> Decide(long id, QuarantineNote note, CancellationToken cancellation) =>
        await database.Command(SetDecided, id, note.State, note.ActorId, note.Note).Run(cancellation) == 1;

    private static QuarantineRow ReadRow(NpgsqlDataReader row) => new(
        new QuarantineView(
            row.GetInt64(0),
            new InboxOffset(row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4)).ToString(),
            row.TextOrNull(5),
            row.TextOrNull(6),
            row.TextOrNull(7),
            row.GetString(8),
            row.GetString(9),
            row.GetInt32(10),
            row.GetFieldValue<DateTimeOffset>(11),
            null),
        row.GetString(12),
        row.GetFieldValue<byte[]>(13));
}
