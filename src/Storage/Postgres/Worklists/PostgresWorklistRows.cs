using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Worklists;
using Npgsql;

namespace BillingActors.Storage.Postgres.Worklists;

/// <summary>Rows of rejected records, written and moved inside somebody's transaction.</summary>
internal static class PostgresWorklistRows
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
        select 'import-record', r.code, r.detail, r.entity_id, r.account_id, $1, r.line, r.field, r.item
        from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::bytea[])
            as r(code, detail, entity_id, account_id, line, field, item)
        """;

    private const string LockOpen = """
        select 1 from worklist where id = $1 and import_id = $2 and kind = 'import-record' and state = 'open' for update
        """;

    private const string SetReason = """
        update worklist set code = $2, detail = $3, line = $4, field = $5, item = $6 where id = $1
        """;

    private const string SetFixed = """
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = now(), resolution = $3 where id = $1
        """;

    /// <summary>Adds the rejected records of a batch, each sealed.</summary>
    public static async Task AddRejected(
        NpgsqlTransaction transaction, WorkedBatch worked, ImmutableArray<byte[]> envelopes,
        CancellationToken cancellation)
    {
        var rejected = worked.Rejected;
        if (rejected.IsEmpty)
            return;
        await transaction.Command(
            Insert,
            worked.ImportId,
            rejected.Select(r => r.Problem.Rule).ToArray(),
            rejected.Select(r => r.Problem.Detail).ToArray(),
            rejected.Select(r => r.Item.EntityId).ToArray(),
            rejected.Select(r => r.Item.AccountId).ToArray(),
            rejected.Select(r => r.Problem.Line).ToArray(),
            rejected.Select(r => r.Problem.Field).ToArray(),
            envelopes.ToArray()).Run(cancellation);
    }

    /// <summary>Locks an open row of the import; false when it was resolved before.</summary>
    public static async Task<bool> Lock(
        NpgsqlTransaction transaction, long id, string importId, CancellationToken cancellation) =>
        !(await transaction.Command(LockOpen, id, importId).Query(row => row.GetInt32(0), cancellation)).IsEmpty;

    public static Task RejectAgain(
        NpgsqlTransaction transaction, long id, RecordProblem problem, byte[] envelope,
        CancellationToken cancellation) =>
        transaction.Command(SetReason, id, problem.Rule, problem.Detail, problem.Line, problem.Field, envelope)
            .Run(cancellation);

    public static Task Fix(NpgsqlTransaction transaction, long id, string actorId, CancellationToken cancellation) =>
        transaction.Command(SetFixed, id, actorId, WorklistWords.DrivenAgain).Run(cancellation);

    public static StoredRecord ReadRecord(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2));

    public static StoredWorklistRow Read(NpgsqlDataReader row) => new(
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
            row.GetFieldValue<DateTimeOffset>(13),
            row.TextOrNull(14),
            row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15),
            row.TextOrNull(16),
            row.IsDBNull(17) ? null : row.GetFieldValue<DateOnly>(17)),
        row.IsDBNull(11)
            ? null
            : new StoredRecord(row.GetString(8), row.GetInt32(9), row.GetFieldValue<byte[]>(11)));
}
