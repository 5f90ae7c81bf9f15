using System.Collections.Immutable;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BillingActors.Storage.Sqlite.Closing;

/// <summary>Accounting periods on SQLite; a change is the one writer for as long as it takes.</summary>
internal sealed class SqlitePeriodStore(SqliteDatabase database) : IPeriodStore
{
    private const string SelectEvents = """
        select version, command_id, request_hash, actor_kind, actor_id, source, at, reason, body
        from accounting_period_event where entity_id = $1 order by version
        """;

    private const string InsertRow =
        "insert into accounting_period(entity_id, version) values ($1, 0) on conflict do nothing";

    private const string InsertEvent = """
        insert into accounting_period_event(entity_id, version, command_id, request_hash, actor_kind, actor_id, source,
            at, reason, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private const string MoveRow = """
        update accounting_period set version = $2, soft_locked_until = $3, hard_locked_until = $4 where entity_id = $1
        """;

    private const string SelectTotals = """
        select ledger_account, currency, sum(amount_minor) from posting
        where account_key > $1 || '/' and account_key < $1 || '0' and booked_on < $2
        group by ledger_account, currency having sum(amount_minor) <> 0
        """;

    public Task<ImmutableArray<StoredPeriodEvent>> History(string entityId, CancellationToken cancellation) =>
        database.All(SelectEvents, Read, cancellation, entityId);

    public Task<PeriodOutcome> Change(string entityId, PeriodChange change, CancellationToken cancellation) =>
        database.Write(transaction => Change(transaction, entityId, change), cancellation);

    private static PeriodOutcome Change(SqliteTransaction transaction, string entityId, PeriodChange change)
    {
        var (happened, outcome) = PeriodTurn.Decide([.. transaction.Query(SelectEvents, Read, entityId)], change);
        if (happened is null)
            return outcome;
        transaction.Execute(InsertRow, entityId);
        if (happened is PeriodEvent.HardLocked locked)
        {
            happened = PeriodTurn.WithTotals(happened, transaction.Query(
                SelectTotals,
                row => new LedgerTotal(row.GetString(0), row.GetString(1), row.GetInt64(2)),
                entityId,
                IsoDay.Format(locked.Until)));
        }
        var (context, window) = (change.Context, outcome.Periods.Window);
        transaction.Execute(
            InsertEvent, entityId, outcome.Periods.Version, context.CommandId, change.RequestHash,
            EnumWords<ActorKind>.Of(context.Actor.Kind), context.Actor.Id, context.Source,
            HashChain.Microseconds(context.At), context.Reason, PeriodJson.Write(happened));
        transaction.Execute(
            MoveRow, entityId, outcome.Periods.Version, Text(window.SoftLockedUntil), Text(window.HardLockedUntil));
        return outcome;
    }

    private static string? Text(LocalDate? day) => day is { } known ? IsoDay.Format(known) : null;

    private static StoredPeriodEvent Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        PeriodJson.Read(row.GetFieldValue<byte[]>(8)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(3)), row.GetString(4)),
            row.GetString(5),
            HashChain.FromMicroseconds(row.GetInt64(6)),
            row.TextOrNull(7)),
        row.GetString(2));
}
