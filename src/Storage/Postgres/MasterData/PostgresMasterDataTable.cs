using BillingActors.Domain.Primitives;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using NodaTime;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.MasterData;

/// <summary>Master data, wrapped keys and search tokens in PostgreSQL.</summary>
internal sealed class PostgresMasterDataTable(PostgresDatabase database) : IMasterDataTable
{
    private const string Columns = """
        m.id, m.entity_id, m.version, m.valid_from, m.body, m.command_id, m.actor_kind, m.actor, m.source, m.at,
        m.reason
        """;

    private const string SelectNewest = $"""
        select {Columns} from unnest($2::text[]) as k(id)
        cross join lateral (
            select * from master_record m where m.kind = $1 and m.id = k.id order by m.version desc limit 1) m
        """;

    private const string SelectHistory =
        $"select {Columns} from master_record m where m.kind = $1 and m.id = $2 order by m.version";

    /// <summary>Versions have no gap, so the newest is the one without a next.</summary>
    private const string SelectList = $"""
        select {Columns} from master_record m
        where m.kind = $1 and m.id > $2 and (select true from master_record n
            where n.kind = m.kind and n.id = m.id and n.version = m.version + 1) is null
        order by m.id limit $3
        """;

    private const string InsertRecords = """
        insert into master_record(kind, id, version, entity_id, valid_from, at, command_id, actor_kind, actor, source,
            reason, body)
        select r.* from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::date[], $6::timestamptz[],
            $7::text[], $8::smallint[], $9::text[], $10::text[], $11::text[], $12::bytea[]) as r(kind, id, version,
            entity_id, valid_from, at, command_id, actor_kind, actor, source, reason, body)
        where r.version = 1 or (select true from master_record before
            where before.kind = r.kind and before.id = r.id and before.version = r.version - 1)
        on conflict do nothing
        returning kind, id
        """;

    private const string InsertCustomerKeys = """
        insert into customer_key(customer_id, entity_id, wrapped)
        select * from unnest($1::text[], $2::text[], $3::bytea[])
        """;

    private const string InsertCustomerKey = """
        insert into customer_key(customer_id, entity_id, wrapped) values ($1, $2, $3) on conflict do nothing
        """;

    private const string DeleteTokens = "delete from search_token where customer_id = any($1)";

    /// <summary>Who is restricted is not found again because of a change.</summary>
    private const string InsertTokens = """
        insert into search_token(token, field, customer_id)
        select t, f, c from unnest($1::bytea[], $2::smallint[], $3::text[]) as n(t, f, c)
        where not exists (select 1 from person_request p where p.customer_id = n.c) order by t
        """;

    private const string InsertMeters = """
        insert into meter(serial, service_point_id) select * from unnest($1::text[], $2::text[]) on conflict do nothing
        """;

    private const string SelectFound = """
        select s.customer_id from unnest($1::int[], $2::smallint[], $3::bytea[]) as w(word, field, token)
        join search_token s on s.token = w.token and s.field = w.field
        group by s.customer_id having count(distinct w.word) = $4 order by s.customer_id limit $5
        """;

    private const string SelectEntityKeys =
        "select entity_id, master_id, wrapped from legal_entity_key where $1::text[] is null or entity_id = any($1)";

    private const string SelectCustomerKeys =
        "select customer_id, entity_id, wrapped from customer_key where customer_id = any($1)";

    private const string InsertEntityKey =
        "insert into legal_entity_key(entity_id, master_id, wrapped) values ($1, $2, $3) on conflict do nothing";

    private const string UpdateEntityKeys = """
        update legal_entity_key k set master_id = n.master_id, wrapped = n.wrapped
        from unnest($1::text[], $2::text[], $3::bytea[]) as n(entity_id, master_id, wrapped)
        where k.entity_id = n.entity_id
        """;

    public Task<IReadOnlyList<MasterRecord>> NewestOf(
        MasterKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Records(kind, SelectNewest, cancellation, Value(ids.ToArray()));

    public Task<IReadOnlyList<MasterRecord>> History(MasterKind kind, string id, CancellationToken cancellation) =>
        Records(kind, SelectHistory, cancellation, Value(id));

    public Task<IReadOnlyList<MasterRecord>> List(
        MasterKind kind, string afterId, int countMax, CancellationToken cancellation) =>
        Records(kind, SelectList, cancellation, Value(afterId), Value(countMax));

    public async Task Append(MasterAppend rows, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var first = new NpgsqlBatch(connection))
        {
            first.BatchCommands.Add(Command(PostgresDatabase.PlanByKey));
            first.BatchCommands.Add(Insert(rows.Records));
            await using var reader = await first.ExecuteReaderAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            var stored = new HashSet<(string, string)>();
            while (await reader.ReadAsync(cancellation))
                stored.Add((reader.GetString(0), reader.GetString(1)));
            if (rows.Records.FirstOrDefault(r => !stored.Contains((MasterKindNames.NameOf(r.Kind), r.Id))) is { } stale)
                throw new StaleRecordException(stale.Kind, stale.Id);
        }
        await using (var rest = new NpgsqlBatch(connection))
        {
            foreach (var command in Rest(rows))
                rest.BatchCommands.Add(command);
            if (rest.BatchCommands.Count > 0)
                await rest.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    public async Task<IReadOnlyList<string>> Find(
        IReadOnlyList<(int Word, SearchToken Token)> tokens, int countMax, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectFound);
        command.Parameters.Add(Column(tokens, t => t.Word));
        command.Parameters.Add(Column(tokens, t => (short)t.Token.Field));
        command.Parameters.Add(Column(tokens, t => t.Token.Hash));
        command.Parameters.Add(Value((long)tokens.DistinctBy(t => t.Word).Count()));
        command.Parameters.Add(Value(countMax));
        return await command.ReadAll(row => row.GetString(0), cancellation);
    }

    public Task<IReadOnlyList<WrappedKey>> EntityKeys(
        IReadOnlyCollection<string>? entityIds, CancellationToken cancellation) =>
        Keys(SelectEntityKeys, entityIds, cancellation);

    public Task<IReadOnlyList<WrappedKey>> CustomerKeys(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation) =>
        Keys(SelectCustomerKeys, customerIds, cancellation);

    public async Task AddEntityKey(WrappedKey key, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(InsertEntityKey);
        command.Parameters.Add(Value(key.Id));
        command.Parameters.Add(Value(key.WrappedBy));
        command.Parameters.Add(Value(key.Wrapped));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public Task AddCustomerKey(WrappedKey key, CancellationToken cancellation) =>
        database.Command(InsertCustomerKey, key.Id, key.WrappedBy, key.Wrapped).Run(cancellation);

    public async Task RewrapEntityKeys(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(UpdateEntityKeys);
        command.Parameters.AddRange(KeyColumns(keys));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Insert(IReadOnlyList<MasterRecord> rows) => Command(
        InsertRecords,
        Column(rows, r => MasterKindNames.NameOf(r.Kind)),
        Column(rows, r => r.Id),
        Column(rows, r => r.Version),
        Column(rows, r => r.EntityId),
        Column(rows, r => r.ValidFrom.ToDateOnly()),
        Column(rows, r => r.Context.At.ToDateTimeUtc()),
        Column(rows, r => r.Context.CommandId),
        Column(rows, r => (short)r.Context.Actor.Kind),
        Column(rows, r => r.Context.Actor.Id),
        Column(rows, r => r.Context.Source),
        Column(rows, r => r.Context.Reason),
        Column(rows, r => r.Body.ToArray()));

    private static IEnumerable<NpgsqlBatchCommand> Rest(MasterAppend rows)
    {
        if (rows.Keys.Count > 0)
            yield return Command(InsertCustomerKeys, KeyColumns(rows.Keys));
        if (rows.Changed.Count > 0)
            yield return Command(DeleteTokens, Value(rows.Changed.ToArray()));
        if (rows.Tokens.Count > 0)
        {
            yield return Command(
                InsertTokens,
                Column(rows.Tokens, t => t.Token.Hash),
                Column(rows.Tokens, t => (short)t.Token.Field),
                Column(rows.Tokens, t => t.CustomerId));
        }
        if (MeterSerials.Of(rows) is { Count: > 0 } meters)
            yield return Command(InsertMeters, Column(meters, m => m.Serial), Column(meters, m => m.ServicePointId));
    }

    private static NpgsqlParameter[] KeyColumns(IReadOnlyList<WrappedKey> keys) =>
        [Column(keys, k => k.Id), Column(keys, k => k.WrappedBy), Column(keys, k => k.Wrapped)];

    private async Task<IReadOnlyList<WrappedKey>> Keys(
        string sql, IReadOnlyCollection<string>? ids, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(
            new NpgsqlParameter { Value = (object?)ids?.ToArray() ?? DBNull.Value, DataTypeName = "text[]" });
        return await command.ReadAll(
            row => new WrappedKey(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)), cancellation);
    }

    private async Task<IReadOnlyList<MasterRecord>> Records(
        MasterKind kind, string sql, CancellationToken cancellation, params NpgsqlParameter[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(Value(MasterKindNames.NameOf(kind)));
        command.Parameters.AddRange(values);
        return await command.ReadAll(row => RecordOf(kind, row), cancellation);
    }

    private static MasterRecord RecordOf(MasterKind kind, NpgsqlDataReader row) => new(
        kind,
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(3)),
        row.GetFieldValue<byte[]>(4),
        new CommandContext(
            row.GetString(5),
            new Actor((ActorKind)row.GetInt16(6), row.GetString(7)),
            row.GetString(8),
            Instant.FromDateTimeUtc(row.GetDateTime(9)),
            row.IsDBNull(10) ? null : row.GetString(10)));
}
