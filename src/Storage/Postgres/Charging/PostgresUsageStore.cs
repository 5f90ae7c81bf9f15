using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using NodaTime;
using Npgsql;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Postgres.Charging;

/// <summary>Rated records on PostgreSQL.</summary>
internal sealed class PostgresUsageStore(PostgresDatabase database, UsageEnvelopes envelopes) : IUsageStore
{
    private const string SelectRecords = """
        select r.contract_id, r.period_from, r.period_until, r.is_late, r.version, r.record_count, r.payload,
            r.account_key
        from unnest($1::text[], $2::text[], $3::date[], $4::date[]) as q(account_key, contract_id, first, until)
        cross join lateral (
            select * from usage_record u
            where u.account_key = q.account_key and u.contract_id = q.contract_id
                and u.period_from >= q.first and u.period_from < q.until) r
        order by r.account_key, r.version
        """;

    private const string SelectKeys = """
        select keys from usage_key where account_key = $1 and contract_id = $2 and period_from = $3 order by version
        """;

    private const string SelectRated = """
        select e.version, e.body from account_event e
        where e.account_key = $1 and e.version in
            (select version from usage_record where account_key = $1 and version > $2 order by version limit $3)
        order by e.version
        """;

    private const string SelectSetAside = """
        select name, payload from usage_suspense where account_key = $1 and name > $2 order by name limit $3
        """;

    private const string SelectNamed = "select name, payload from usage_suspense where account_key = $1 and name = $2";

    public async Task<ImmutableArray<StoredUsage>> Records(
        IReadOnlyList<UsageRecordQuery> queries, CancellationToken cancellation)
    {
        if (queries.Count == 0)
            return [];
        var rows = await Rows(queries, cancellation);
        var found = ImmutableArray.CreateBuilder<StoredUsage>(rows.Count);
        foreach (var (key, row) in rows)
            found.Add(new StoredUsage(key, await envelopes.Open(key, row, cancellation)));
        return found.MoveToImmutable();
    }

    public async Task<ReadOnlyMemory<byte>> Keys(
        string accountKey, string contractId, Period period, CancellationToken cancellation) =>
        (await database.Command(SelectKeys, accountKey, contractId, period.From.ToDateOnly())
            .Query(static row => row.GetFieldValue<byte[]>(0), cancellation))
        .Aggregate(ReadOnlyMemory<byte>.Empty, static (all, keys) => UsageIds.Union(all, keys));

    public Task<ImmutableArray<(long Version, AccountEvent.UsageRated Rated)>> Rated(
        string accountKey, long afterVersion, int countMax, CancellationToken cancellation) =>
        database.Command(SelectRated, accountKey, afterVersion, countMax).Query(
            static row => (
                row.GetInt64(0), (AccountEvent.UsageRated)AccountEventJson.ReadEvent(row.GetFieldValue<byte[]>(1))),
            cancellation);

    public async Task<ImmutableArray<UsageRecord>> SetAside(
        string accountKey, string afterName, int countMax, CancellationToken cancellation) => await Opened(
            accountKey,
            await database.Command(SelectSetAside, accountKey, afterName, countMax)
                .Query(ReadSetAside, cancellation),
            cancellation);

    public async Task<ImmutableArray<UsageRecord>> SetAsideAs(
        string accountKey, string name, CancellationToken cancellation) => await Opened(
            accountKey,
            await database.Command(SelectNamed, accountKey, name).Query(ReadSetAside, cancellation),
            cancellation);

    public async Task Settle(
        string accountKey, ImmutableArray<string> names, string actorId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in PostgresUsageRows.Settled([.. names.Select(name => (accountKey, name, actorId))]))
            batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<ImmutableArray<UsageRecord>> Opened(
        string accountKey, ImmutableArray<(string Name, byte[] Payload)> rows, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<UsageRecord>(rows.Length);
        foreach (var (name, payload) in rows)
            found.Add(await envelopes.OpenSetAside(accountKey, name, payload, cancellation));
        return found.MoveToImmutable();
    }

    private async Task<IReadOnlyList<(string Key, UsageRecordRow Row)>> Rows(
        IReadOnlyList<UsageRecordQuery> queries, CancellationToken cancellation)
    {
        await using var batch = database.Source.CreateBatch();
        batch.Add(PostgresDatabase.PlanByKey);
        batch.Add(
            SelectRecords,
            queries.Select(query => query.AccountKey).ToArray(),
            queries.Select(query => query.ContractId).ToArray(),
            queries.Select(query => query.From.ToDateOnly()).ToArray(),
            queries.Select(query => query.Until.ToDateOnly()).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAll(static row => (Key: row.GetString(7), Row: ReadRow(row)), cancellation);
    }

    private static (string Name, byte[] Payload) ReadSetAside(NpgsqlDataReader row) =>
        (row.GetString(0), row.GetFieldValue<byte[]>(1));

    private static UsageRecordRow ReadRow(NpgsqlDataReader row) => new(
        row.GetString(0),
        new Period(
            LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
            LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2))),
        row.GetBoolean(3),
        row.GetInt64(4),
        row.GetInt32(5),
        row.GetFieldValue<byte[]>(6));
}
