using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.MasterData;

/// <summary>Master data, wrapped keys and search tokens in SQLite.</summary>
internal sealed class SqliteMasterDataTable(SqliteDatabase database) : IMasterDataTable
{
    private const string Columns = """
        m.id, m.entity_id, m.version, m.valid_from, m.body, m.command_id, m.actor_kind, m.actor, m.source, m.at,
        m.reason
        """;

    private const string SelectNewest = $"""
        select {Columns} from json_each($2) k cross join master_record m on m.kind = $1 and m.id = k.value
            and m.version = (select max(n.version) from master_record n where n.kind = $1 and n.id = k.value)
        """;

    private const string SelectHistory =
        $"select {Columns} from master_record m where m.kind = $1 and m.id = $2 order by m.version";

    /// <summary>Versions have no gap, so the newest is the one without a next.</summary>
    private const string SelectList = $"""
        select {Columns} from master_record m
        where m.kind = $1 and m.id > $2 and not exists (select 1 from master_record n
            where n.kind = m.kind and n.id = m.id and n.version = m.version + 1)
        order by m.id limit $3
        """;

    private const string SelectHead = "select max(version) from master_record where kind = $1 and id = $2";

    private const string InsertRecord = """
        insert into master_record(kind, id, version, entity_id, valid_from, at, command_id, actor_kind, actor, source,
            reason, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string InsertCustomerKey =
        "insert into customer_key(customer_id, entity_id, wrapped) values ($1, $2, $3)";

    private const string InsertFirstCustomerKey = InsertCustomerKey + " on conflict do nothing";

    private const string DeleteTokens = "delete from search_token where customer_id = $1";

    /// <summary>Who is restricted is not found again because of a change.</summary>
    private const string InsertToken = """
        insert into search_token(token, field, customer_id) select $1, $2, $3
        where not exists (select 1 from person_request where customer_id = $3)
        """;

    private const string InsertMeter =
        "insert into meter(serial, service_point_id) values ($1, $2) on conflict do nothing";

    private const string SelectCandidates = """
        select s.customer_id from search_token s where s.token = $1 and s.field = $2
        """;

    private const string SelectEntityKeys = """
        select entity_id, master_id, wrapped from legal_entity_key
        where $1 = '' or entity_id in (select value from json_each($1))
        """;

    private const string SelectCustomerKeys = """
        select c.customer_id, c.entity_id, c.wrapped
        from json_each($1) k cross join customer_key c on c.customer_id = k.value
        """;

    private const string InsertEntityKey =
        "insert into legal_entity_key(entity_id, master_id, wrapped) values ($1, $2, $3) on conflict do nothing";

    private const string UpdateEntityKey =
        "update legal_entity_key set master_id = $2, wrapped = $3 where entity_id = $1";

    private readonly SqliteStatements _statements = new();

    public Task<IReadOnlyList<MasterRecord>> NewestOf(
        MasterKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Records(kind, SelectNewest, cancellation, SqliteQueries.JsonArray(ids.Distinct(StringComparer.Ordinal)));

    public Task<IReadOnlyList<MasterRecord>> History(MasterKind kind, string id, CancellationToken cancellation) =>
        Records(kind, SelectHistory, cancellation, id);

    public Task<IReadOnlyList<MasterRecord>> List(
        MasterKind kind, string afterId, int countMax, CancellationToken cancellation) =>
        Records(kind, SelectList, cancellation, afterId, countMax);

    public Task Append(MasterAppend rows, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            foreach (var record in rows.Records)
                Insert(transaction, record);
            foreach (var key in rows.Keys)
                _statements.Execute(transaction, InsertCustomerKey, key.Id, key.WrappedBy, key.Wrapped);
            foreach (var customerId in rows.Changed)
                _statements.Execute(transaction, DeleteTokens, customerId);
            foreach (var (customerId, token) in rows.Tokens)
                _statements.Execute(transaction, InsertToken, token.Hash, (long)token.Field, customerId);
            foreach (var (serial, servicePointId) in MeterSerials.Of(rows))
                _statements.Execute(transaction, InsertMeter, serial, servicePointId);
        },
        cancellation);

    public Task<IReadOnlyList<string>> Find(
        IReadOnlyList<(int Word, SearchToken Token)> tokens, int countMax, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<string>>(
            connection => [.. tokens.GroupBy(t => t.Word)
                .Select(word => word.SelectMany(t => connection.Query(
                    SelectCandidates, row => row.GetString(0), t.Token.Hash, (long)t.Token.Field)))
                .Aggregate((left, right) => left.Intersect(right, StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(countMax)],
            cancellation);

    public Task<IReadOnlyList<WrappedKey>> EntityKeys(
        IReadOnlyCollection<string>? entityIds, CancellationToken cancellation) =>
        Keys(SelectEntityKeys, entityIds is null ? "" : SqliteQueries.JsonArray(entityIds), cancellation);

    public Task<IReadOnlyList<WrappedKey>> CustomerKeys(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation) =>
        Keys(SelectCustomerKeys, SqliteQueries.JsonArray(customerIds), cancellation);

    public Task AddEntityKey(WrappedKey key, CancellationToken cancellation) => database.Write(
        transaction => _statements.Execute(transaction, InsertEntityKey, key.Id, key.WrappedBy, key.Wrapped),
        cancellation);

    public Task AddCustomerKey(WrappedKey key, CancellationToken cancellation) => database.Write(
        transaction => _statements.Execute(
            transaction, InsertFirstCustomerKey, key.Id, key.WrappedBy, key.Wrapped),
        cancellation);

    public Task RewrapEntityKeys(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            foreach (var key in keys)
                _statements.Execute(transaction, UpdateEntityKey, key.Id, key.WrappedBy, key.Wrapped);
        },
        cancellation);

    private void Insert(SqliteTransaction transaction, MasterRecord record)
    {
        var kind = MasterKindNames.NameOf(record.Kind);
        if ((_statements.Scalar(transaction, SelectHead, kind, record.Id) as long? ?? 0) != record.Version - 1)
            throw new StaleRecordException(record.Kind, record.Id);
        _statements.Execute(
            transaction, InsertRecord,
            kind, record.Id,
            record.Version, record.EntityId,
            IsoDay.Format(record.ValidFrom),
            HashChain.Microseconds(record.Context.At),
            record.Context.CommandId, (long)record.Context.Actor.Kind,
            record.Context.Actor.Id, record.Context.Source,
            record.Context.Reason, record.Body.ToArray());
    }

    private Task<IReadOnlyList<WrappedKey>> Keys(string sql, string ids, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<WrappedKey>>(
            connection => connection.Query(
                sql, row => new WrappedKey(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)), ids),
            cancellation);

    private Task<IReadOnlyList<MasterRecord>> Records(
        MasterKind kind, string sql, CancellationToken cancellation, params object[] values) =>
        database.Read<IReadOnlyList<MasterRecord>>(
            connection => connection.Query(
                sql, row => RecordOf(kind, row), [MasterKindNames.NameOf(kind), .. values]),
            cancellation);

    private static MasterRecord RecordOf(MasterKind kind, SqliteDataReader row) => new(
        kind,
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        IsoDay.Parse(row.GetString(3)),
        row.GetFieldValue<byte[]>(4),
        new CommandContext(
            row.GetString(5),
            new Actor((ActorKind)row.GetInt32(6), row.GetString(7)),
            row.GetString(8),
            HashChain.FromMicroseconds(row.GetInt64(9)),
            row.TextOrNull(10)));
}
