using System.Collections.Immutable;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Charging;

/// <summary>
/// The rows of rated records that a flush writes, and of the work that waits where one was set aside.
/// </summary>
internal static class PostgresUsageRows
{
    private const string InsertRecords = """
        insert into usage_record(account_key, contract_id, period_from, version, is_late, period_until, record_count,
            payload)
        select * from unnest($1::text[], $2::text[], $3::date[], $4::bigint[], $5::boolean[], $6::date[],
            $7::integer[], $8::bytea[])
        """;

    private const string InsertKeys = """
        insert into usage_key(account_key, contract_id, period_from, version, keys)
        select * from unnest($1::text[], $2::text[], $3::date[], $4::bigint[], $5::bytea[])
        """;

    private const string UpsertSuspense = """
        insert into usage_suspense(account_key, name, payload)
        select * from unnest($1::text[], $2::text[], $3::bytea[])
        on conflict (account_key, name) do update set payload = excluded.payload
        """;

    private const string UpsertWork = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        select 'usage-record', w.code, w.detail, w.entity_id, w.account_id, w.name
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
            as w(entity_id, account_id, name, code, detail)
        on conflict (entity_id, account_id, field) where kind = 'usage-record' and state = 'open'
            do update set code = excluded.code, detail = excluded.detail
        """;

    private const string EndWork = """
        update worklist w set state = 'fixed', resolved_by = d.actor, resolved_at = now(), resolution = 'rated'
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as d(entity_id, account_id, name, actor)
        where w.kind = 'usage-record' and w.state = 'open' and w.entity_id = d.entity_id
            and w.account_id = d.account_id and w.field = d.name
        """;

    private const string DeleteSuspense = """
        delete from usage_suspense using unnest($1::text[], $2::text[]) as d(account_key, name)
        where usage_suspense.account_key = d.account_key and usage_suspense.name = d.name
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        if (winners.SelectMany(one => one.UsageKeysBilled.Select(row => (Commit: one, Row: row))).ToList()
            is { Count: > 0 } keys)
        {
            yield return Command(
                InsertKeys,
                Column(keys, one => one.Commit.Key),
                Column(keys, one => one.Row.ContractId),
                Column(keys, one => one.Row.PeriodFrom.ToDateOnly()),
                Column(keys, one => one.Commit.LastVersion),
                Column(keys, one => one.Row.Keys));
        }
        if (Rows(winners, static usage => usage.Kept) is { Count: > 0 } kept)
            yield return Records(kept);
        if (Rows(winners, static usage => usage.SetAside) is { Count: > 0 } aside)
        {
            yield return Command(
                UpsertSuspense,
                Column(aside, one => one.Commit.Key),
                Column(aside, one => one.Row.Name),
                Column(aside, one => one.Row.Payload));
            yield return Command(
                UpsertWork,
                Column(aside, one => one.Commit.After.EntityId),
                Column(aside, one => AccountKey.IdOf(one.Commit.Key)),
                Column(aside, one => one.Row.Name),
                Column(aside, one => one.Row.Code),
                Column(aside, one => one.Row.Detail));
        }
        if (Rows(winners, static usage => usage.Settled) is { Count: > 0 } settled)
        {
            var done = settled.Select(one => (one.Commit.Key, one.Row, one.Commit.Context.Actor.Id));
            foreach (var command in Settled([.. done]))
                yield return command;
        }
    }

    /// <summary>
    /// Throws <see cref="UsageRecordGoneException"/> where a record that a commit rates again was given up meanwhile:
    /// who was told that it is gone must not find it on the bill. Asked when the commands were run.
    /// </summary>
    public static void EnsureSettled(NpgsqlBatch batch, IReadOnlyList<PreparedCommit> winners)
    {
        var settled = Rows(winners, static usage => usage.Settled);
        if (settled.Count == 0)
            return;
        var ended = batch.BatchCommands.Cast<NpgsqlBatchCommand>()
            .Where(static command => command.CommandText == DeleteSuspense)
            .Sum(static command => command.RecordsAffected);
        if (ended != settled.Count)
            throw new UsageRecordGoneException(string.Join(", ", settled.Select(one => one.Commit.Key)));
    }

    /// <summary>Ends the work on records.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Settled(
        ImmutableArray<(string Key, string Name, string Actor)> settled)
    {
        yield return Command(
            EndWork,
            Column(settled, static one => one.Key[..one.Key.IndexOf('/', StringComparison.Ordinal)]),
            Column(settled, static one => AccountKey.IdOf(one.Key)),
            Column(settled, static one => one.Name),
            Column(settled, static one => one.Actor));
        yield return Command(
            DeleteSuspense, Column(settled, static one => one.Key), Column(settled, static one => one.Name));
    }

    private static List<(PreparedCommit Commit, T Row)> Rows<T>(
        IReadOnlyList<PreparedCommit> winners, Func<UsageRows, ImmutableArray<T>> rows) =>
        [.. winners.Where(one => one.Usage is not null).SelectMany(one => rows(one.Usage!).Select(row => (one, row)))];

    private static NpgsqlBatchCommand Records(
        IReadOnlyList<(PreparedCommit Commit, UsageRecordRow Row)> kept) => Command(
        InsertRecords,
        Column(kept, one => one.Commit.Key),
        Column(kept, one => one.Row.ContractId),
        Column(kept, one => one.Row.Period.From.ToDateOnly()),
        Column(kept, one => one.Row.Version),
        Column(kept, one => one.Row.IsLate),
        Column(kept, one => one.Row.Period.Until.ToDateOnly()),
        Column(kept, one => one.Row.Count),
        Column(kept, one => one.Row.Payload));
}
