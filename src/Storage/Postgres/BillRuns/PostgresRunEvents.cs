using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Json;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>Events of bill runs, and the rows that follow from them in the same transaction.</summary>
internal static class PostgresRunEvents
{
    public const string Select = """
        select version, command_id, actor_kind, actor_id, source, at, reason, body
        from bill_run_event where run_id = $1 order by version
        """;

    private const string LockRun = "select 1 from bill_run where run_id = $1 for update";

    private const string InsertRun = """
        insert into bill_run(run_id, entity_id, cycle_id, period_from, period_until, stage, is_active, version,
            planned_at, planned_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict do nothing
        """;

    private const string SelectOther = """
        select run_id from bill_run where entity_id = $2 and cycle_id = $3 and is_active and run_id <> $1
        """;

    private const string MoveRun = "update bill_run set stage = $2, is_active = $3, version = $4 where run_id = $1";

    private const string InsertEvent = """
        insert into bill_run_event(run_id, version, command_id, actor_kind, actor_id, source, at, reason, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string PutDueWork = """
        insert into due_work(kind, key, shard_key, due_at) values ('bill-run', $1, $2, $3) on conflict do nothing
        """;

    private const string EndDueWork = "delete from due_work where kind = 'bill-run' and key = $1";

    private const string DropDrafts = "delete from bill_draft where run_id = $1";

    private const string DropCheckpoints = "delete from bill_run_checkpoint where run_id = $1";

    private const string DropCalculated = "delete from bill_run_checkpoint where run_id = $1 and stage = 'calculate'";

    private const string DropExceptions = "delete from worklist where run_id = $1 and state = 'open'";

    public static async Task<bool> Append(
        NpgsqlTransaction transaction, RunTurn turn, CancellationToken cancellation)
    {
        await transaction.Command(LockRun, turn.RunId).Run(cancellation);
        var stored = await transaction.Command(Select, turn.RunId).Query(Read, cancellation);
        var after = turn.Apply(stored);
        if (turn.ExpectedVersion == 0)
            await Insert(transaction, turn, after, cancellation);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.Add(MoveRun, turn.RunId, EnumWords<RunStage>.Of(after.Stage), RunTurn.IsActive(after), after.Version);
        for (var i = 0; i < turn.Events.Length; i++)
            AddEvent(batch, turn, turn.ExpectedVersion + i + 1, turn.Events[i]);
        AddConsequences(batch, turn, after);
        await batch.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    public static StoredRunEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        RunJson.ReadEvent(row.GetFieldValue<byte[]>(7)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(2)), row.GetString(3)),
            row.GetString(4),
            Instant.FromDateTimeOffset(row.GetFieldValue<DateTimeOffset>(5)),
            row.TextOrNull(6)));

    /// <summary>Whether the id or the cycle is taken already, the keys decide; then it is looked up which.</summary>
    private static async Task Insert(
        NpgsqlTransaction transaction, RunTurn turn, BillRun after, CancellationToken cancellation)
    {
        var inserted = await transaction.Command(
            InsertRun, turn.RunId, after.EntityId, after.CycleId, after.Period.From.ToDateOnly(),
            after.Period.Until.ToDateOnly(), EnumWords<RunStage>.Of(after.Stage), RunTurn.IsActive(after),
            after.Version, turn.Context.At.ToDateTimeOffset(), after.PlannedBy).Run(cancellation);
        if (inserted == 1)
            return;
        var others = await transaction.Command(SelectOther, turn.RunId, after.EntityId, after.CycleId)
            .Query(row => row.GetString(0), cancellation);
        throw others.IsEmpty ? new StaleRunException(turn.RunId) : new ActiveRunException(others[0]);
    }

    private static void AddEvent(NpgsqlBatch batch, RunTurn turn, long version, RunEvent happened)
    {
        var context = turn.Context;
        batch.Add(
            InsertEvent, turn.RunId, version, context.CommandId, EnumWords<ActorKind>.Of(context.Actor.Kind),
            context.Actor.Id, context.Source, context.At.ToDateTimeOffset(), context.Reason, RunJson.Write(happened));
    }

    private static void AddConsequences(NpgsqlBatch batch, RunTurn turn, BillRun after)
    {
        if (after.Working is null)
            batch.Add(EndDueWork, turn.RunId);
        else
            batch.Add(PutDueWork, turn.RunId, ShardKey.Of(turn.RunId), turn.Context.At.ToDateTimeOffset());
        if (turn.Recalculates)
            batch.Add(DropCalculated, turn.RunId);
        if (after.Stage != RunStage.Cancelled)
            return;
        batch.Add(DropDrafts, turn.RunId);
        batch.Add(DropCheckpoints, turn.RunId);
        batch.Add(DropExceptions, turn.RunId);
    }
}
