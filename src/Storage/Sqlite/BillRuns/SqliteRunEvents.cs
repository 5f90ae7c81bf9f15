using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BillingActors.Storage.Sqlite.BillRuns;

/// <summary>Events of bill runs, and the rows that follow from them in the same transaction.</summary>
internal static class SqliteRunEvents
{
    public const string Select = """
        select version, command_id, actor_kind, actor_id, source, at, reason, body
        from bill_run_event where run_id = $1 order by version
        """;

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

    public static void Append(SqliteTransaction transaction, RunTurn turn)
    {
        var after = turn.Apply(transaction.Query(Select, Read, turn.RunId));
        if (turn.ExpectedVersion == 0)
            Insert(transaction, turn, after);
        transaction.Execute(
            MoveRun, turn.RunId, EnumWords<RunStage>.Of(after.Stage), RunTurn.IsActive(after), after.Version);
        for (var i = 0; i < turn.Events.Length; i++)
            AddEvent(transaction, turn, turn.ExpectedVersion + i + 1, turn.Events[i]);
        WriteConsequences(transaction, turn, after);
    }

    public static StoredRunEvent Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        RunJson.ReadEvent(row.GetFieldValue<byte[]>(7)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(2)), row.GetString(3)),
            row.GetString(4),
            Instant.FromDateTimeOffset(Microseconds.ToInstant(row.GetInt64(5))),
            row.TextOrNull(6)));

    private static void Insert(SqliteTransaction transaction, RunTurn turn, BillRun after)
    {
        var inserted = transaction.Execute(
            InsertRun, turn.RunId, after.EntityId, after.CycleId, IsoDay.Format(after.Period.From),
            IsoDay.Format(after.Period.Until), EnumWords<RunStage>.Of(after.Stage), RunTurn.IsActive(after),
            after.Version, Microseconds.Of(turn.Context.At.ToDateTimeOffset()), after.PlannedBy);
        if (inserted == 1)
            return;
        var others = transaction.Query(
            SelectOther, row => row.GetString(0), turn.RunId, after.EntityId, after.CycleId);
        throw others.Count == 0 ? new StaleRunException(turn.RunId) : new ActiveRunException(others[0]);
    }

    private static void AddEvent(SqliteTransaction transaction, RunTurn turn, long version, RunEvent happened)
    {
        var context = turn.Context;
        transaction.Execute(
            InsertEvent, turn.RunId, version, context.CommandId, EnumWords<ActorKind>.Of(context.Actor.Kind),
            context.Actor.Id, context.Source, Microseconds.Of(context.At.ToDateTimeOffset()), context.Reason,
            RunJson.Write(happened));
    }

    private static void WriteConsequences(SqliteTransaction transaction, RunTurn turn, BillRun after)
    {
        if (after.Working is null)
        {
            transaction.Execute(EndDueWork, turn.RunId);
        }
        else
        {
            transaction.Execute(
                PutDueWork, turn.RunId, ShardKey.Of(turn.RunId), Microseconds.Of(turn.Context.At.ToDateTimeOffset()));
        }
        if (turn.Recalculates)
            transaction.Execute(DropCalculated, turn.RunId);
        if (after.Stage != RunStage.Cancelled)
            return;
        transaction.Execute(DropDrafts, turn.RunId);
        transaction.Execute(DropCheckpoints, turn.RunId);
        transaction.Execute(DropExceptions, turn.RunId);
    }
}
