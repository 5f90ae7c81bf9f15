using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Inbox;

/// <summary>Quarantine rows on SQLite.</summary>
internal sealed class SqliteQuarantineTable(SqliteDatabase database) : IQuarantineTable
{
    private const string Select = """
        select quarantine_id, epoch, partition, row_number, record_index, subject, source, record_id, code, detail,
            attempt_count, quarantined_at, state, body
        from inbox_quarantine
        """;

    private const string SelectWaiting = $"""
        {Select}
        where namespace = $1 and state = 'waiting' and quarantine_id > $2
            and ($3 = '[]' or entity_id in (select value from json_each($3)))
        order by quarantine_id limit $4
        """;

    private const string SelectOne = $"""
        {Select}
        where quarantine_id = $2 and namespace = $1
            and ($3 = '[]' or entity_id in (select value from json_each($3)))
        """;

    private const string SetDecided = $"""
        update inbox_quarantine set state = $2, decided_by = $3, note = $4, decided_at = {Microseconds.Now}
        where quarantine_id = $1 and state = 'waiting'
        """;

    public Task<ImmutableArray<QuarantineRow>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation) =>
        database.All(
            SelectWaiting,
            ReadRow,
            cancellation,
            streamNamespace,
            range.AfterId,
            SqliteQueries.JsonArray(scope.Entities),
            range.CountMax);

    public async Task<QuarantineRow?> Find(QuarantineKey key, CancellationToken cancellation) =>
        (await database.All(
            SelectOne,
            ReadRow,
            cancellation,
            key.Namespace,
            key.Id,
            SqliteQueries.JsonArray(key.Scope.Entities))).FirstOrDefault();

    public Task<bool> Decide(long id, QuarantineNote note, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(SetDecided, id, note.State, note.ActorId, note.Note) == 1, cancellation);

    private static QuarantineRow ReadRow(SqliteDataReader row) => new(
        new QuarantineView(
            row.GetInt64(0),
            new InboxOffset(row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4)).ToString(),
            row.TextOrNull(5),
            row.TextOrNull(6),
            row.TextOrNull(7),
            row.GetString(8),
            row.GetString(9),
            row.GetInt32(10),
            Microseconds.ToInstant(row.GetInt64(11)),
            null),
        row.GetString(12),
        row.GetFieldValue<byte[]>(13));
}
