using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Sqlite.Charging;

/// <summary>Rated records on SQLite.</summary>
internal sealed class SqliteUsageStore(SqliteDatabase database, UsageEnvelopes envelopes) : IUsageStore
{
    private const string SelectRecords = """
        select contract_id, period_from, period_until, is_late, version, record_count, payload from usage_record
        where account_key = $1 and contract_id = $2 and period_from >= $3 and period_from < $4 order by version
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
        var rows = await database.Read<List<(string Key, UsageRecordRow Row)>>(
            connection =>
            {
                using var statement = connection.Prepare(SelectRecords);
                return
                [
                    .. queries.SelectMany(query => statement
                        .Query(
                            ReadRow,
                            query.AccountKey,
                            query.ContractId,
                            IsoDay.Format(query.From),
                            IsoDay.Format(query.Until))
                        .Select(row => (query.AccountKey, row))),
                ];
            },
            cancellation);
        var found = ImmutableArray.CreateBuilder<StoredUsage>(rows.Count);
        foreach (var (key, row) in rows)
            found.Add(new StoredUsage(key, await envelopes.Open(key, row, cancellation)));
        return found.MoveToImmutable();
    }

    public async Task<ReadOnlyMemory<byte>> Keys(
        string accountKey, string contractId, Period period, CancellationToken cancellation) =>
        (await database.All(
            SelectKeys,
            static row => row.GetFieldValue<byte[]>(0),
            cancellation,
            accountKey,
            contractId,
            IsoDay.Format(period.From)))
        .Aggregate(ReadOnlyMemory<byte>.Empty, static (all, keys) => UsageIds.Union(all, keys));

    public Task<ImmutableArray<(long Version, AccountEvent.UsageRated Rated)>> Rated(
        string accountKey, long afterVersion, int countMax, CancellationToken cancellation) => database.All(
            SelectRated,
            static row => (
                row.GetInt64(0), (AccountEvent.UsageRated)AccountEventJson.ReadEvent(row.GetFieldValue<byte[]>(1))),
            cancellation,
            accountKey,
            afterVersion,
            countMax);

    public async Task<ImmutableArray<UsageRecord>> SetAside(
        string accountKey, string afterName, int countMax, CancellationToken cancellation) => await Opened(
            accountKey,
            await database.All(SelectSetAside, ReadSetAside, cancellation, accountKey, afterName, countMax),
            cancellation);

    public async Task<ImmutableArray<UsageRecord>> SetAsideAs(
        string accountKey, string name, CancellationToken cancellation) => await Opened(
            accountKey,
            await database.All(SelectNamed, ReadSetAside, cancellation, accountKey, name),
            cancellation);

    public Task Settle(
        string accountKey, ImmutableArray<string> names, string actorId, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var rows = new SqliteUsageRows();
                foreach (var name in names)
                    rows.Settle(transaction, accountKey, name, actorId);
            },
            cancellation);

    private async Task<ImmutableArray<UsageRecord>> Opened(
        string accountKey, ImmutableArray<(string Name, byte[] Payload)> rows, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<UsageRecord>(rows.Length);
        foreach (var (name, payload) in rows)
            found.Add(await envelopes.OpenSetAside(accountKey, name, payload, cancellation));
        return found.MoveToImmutable();
    }

    private static (string Name, byte[] Payload) ReadSetAside(SqliteDataReader row) =>
        (row.GetString(0), row.GetFieldValue<byte[]>(1));

    private static UsageRecordRow ReadRow(SqliteDataReader row) => new(
        row.GetString(0),
        new Period(IsoDay.Parse(row.GetString(1)), IsoDay.Parse(row.GetString(2))),
        row.GetInt64(3) == 1,
        row.GetInt64(4),
        row.GetInt32(5),
        row.GetFieldValue<byte[]>(6));
}
