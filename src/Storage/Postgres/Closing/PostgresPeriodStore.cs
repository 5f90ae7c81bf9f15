using System.Collections.Immutable;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Json;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.Closing;

/// <summary>Accounting periods on PostgreSQL; a change holds the row of the entity, and so keeps flushes out.</summary>
internal sealed class PostgresPeriodStore(PostgresDatabase database) : IPeriodStore
{
    private const string SelectEvents = """
        select version, command_id, request_hash, actor_kind, actor_id, source, at, reason, body
        from accounting_period_event where entity_id = $1 order by version
        """;

    private const string LockRow = "select version from accounting_period where entity_id = $1 for update";

    private const string InsertEvent = """
        insert into accounting_period_event(entity_id, version, command_id, request_hash, actor_kind, actor_id, source,
            at, reason, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string MoveRow = """
        update accounting_period set version = $2, soft_locked_until = $3::date, hard_locked_until = $4::date
        where entity_id = $1
        """;

    private const string SelectTotals = """
        select ledger_account, currency, sum(amount_minor)::bigint from posting
        where account_key > $1 || '/' and account_key < $1 || '0' and booked_on < $2
        group by ledger_account, currency having sum(amount_minor) <> 0
        """;

    public Task<ImmutableArray<StoredPeriodEvent>> History(string entityId, CancellationToken cancellation) =>
        database.Command(SelectEvents, entityId).Query(Read, cancellation);

    public async Task<PeriodOutcome> Change(string entityId, PeriodChange change, CancellationToken cancellation)
    {
        await PostgresPeriodRows.Ensure(database, [entityId], cancellation);
        return await database.InTransaction(work => Change(work, entityId, change, cancellation), cancellation);
    }

    private static async Task<PeriodOutcome> Change(
        NpgsqlTransaction transaction, string entityId, PeriodChange change, CancellationToken cancellation)
    {
        await transaction.Command(LockRow, entityId).Run(cancellation);
        var stored = await transaction.Command(SelectEvents, entityId).Query(Read, cancellation);
        var (happened, outcome) = PeriodTurn.Decide(stored, change);
        if (happened is null)
            return outcome;
        if (happened is PeriodEvent.HardLocked locked)
        {
            var totals = await transaction.Command(SelectTotals, entityId, locked.Until.ToDateOnly()).Query(
                row => new LedgerTotal(row.GetString(0), row.GetString(1), row.GetInt64(2)), cancellation);
            happened = PeriodTurn.WithTotals(happened, totals);
        }
        var (context, window) = (change.Context, outcome.Periods.Window);
        await transaction.Command(
            InsertEvent, entityId, outcome.Periods.Version, context.CommandId, change.RequestHash,
            EnumWords<ActorKind>.Of(context.Actor.Kind), context.Actor.Id, context.Source,
            context.At.ToDateTimeOffset(), context.Reason, PeriodJson.Write(happened)).Run(cancellation);
        await transaction.Command(
            MoveRow, entityId, outcome.Periods.Version, window.SoftLockedUntil?.ToDateOnly(),
            window.HardLockedUntil?.ToDateOnly()).Run(cancellation);
        return outcome;
    }

    private static StoredPeriodEvent Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        PeriodJson.Read(row.GetFieldValue<byte[]>(8)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(3)), row.GetString(4)),
            row.GetString(5),
            Instant.FromDateTimeOffset(row.GetFieldValue<DateTimeOffset>(6)),
            row.TextOrNull(7)),
        row.GetString(2));
}
