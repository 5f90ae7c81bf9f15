using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Sqlite.Reports;
using BillingActors.Storage.Worklists;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Worklists;

/// <summary>Rows of rejected records, written and moved inside somebody's transaction.</summary>
internal static class SqliteWorklistRows
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = """
        id, kind, state, code, detail, entity_id, account_id, run_id, import_id, line, field, item, owner, at,
        resolved_by, resolved_at, resolution, snoozed_until
        """;

    public const string SelectItem =
        "select import_id, line, item from worklist where id = $1 and kind = 'import-record' and state = 'open'";

    private const string Insert = """
        insert into worklist(kind, code, detail, entity_id, account_id, import_id, line, field, item)
        values ('import-record', $2, $3, $4, $5, $1, $6, $7, $8)
        """;

    private const string SelectOpen = """
        select 1 from worklist where id = $1 and import_id = $2 and kind = 'import-record' and state = 'open'
        """;

    private const string SetReason = """
        update worklist set code = $2, detail = $3, line = $4, field = $5, item = $6 where id = $1
        """;

    private const string SetFixed = $"""
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = {Microseconds.Now}, resolution = $3
        where id = $1
        """;

    /// <summary>Adds the rejected records of a batch, each sealed.</summary>
    public static void AddRejected(
        SqliteTransaction transaction, WorkedBatch worked, ImmutableArray<byte[]> envelopes)
    {
        using var insert = transaction.Prepare(Insert);
        foreach (var ((item, problem), envelope) in worked.Rejected.Zip(envelopes))
        {
            insert.Execute(
                worked.ImportId, problem.Rule, problem.Detail, item.EntityId, item.AccountId,
                problem.Line, problem.Field, envelope);
        }
    }

    public static bool IsOpen(SqliteTransaction transaction, long id, string importId) =>
        transaction.Query(SelectOpen, row => row.GetInt32(0), id, importId).Count == 1;

    public static void RejectAgain(
        SqliteTransaction transaction, long id, RecordProblem problem, byte[] envelope) => transaction.Execute(
        SetReason, id, problem.Rule, problem.Detail, problem.Line, problem.Field, envelope);

    public static void Fix(SqliteTransaction transaction, long id, string actorId) =>
        transaction.Execute(SetFixed, id, actorId, WorklistWords.DrivenAgain);

    public static StoredRecord ReadRecord(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2));

    public static StoredWorklistRow Read(SqliteDataReader row) => new(
        new WorklistRow(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.TextOrNull(5),
            row.TextOrNull(6),
            row.TextOrNull(7),
            row.TextOrNull(8),
            row.GetInt32(9),
            row.TextOrNull(10),
            Raw: null,
            row.TextOrNull(12),
            Microseconds.ToInstant(row.GetInt64(13)),
            row.TextOrNull(14),
            row.InstantOrNull(15),
            row.TextOrNull(16),
            row.IsDBNull(17) ? null : SqliteReportRows.Day(row, 17)),
        row.IsDBNull(11)
            ? null
            : new StoredRecord(row.GetString(8), row.GetInt32(9), row.GetFieldValue<byte[]>(11)));
}
