using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using NodaTime;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>Reads accounts from PostgreSQL: a page of them in one round trip.</summary>
internal sealed class PostgresAccountReader(PostgresDatabase database) : IAccountReader
{
    private const string EventColumns = """
        e.account_key, e.version, e.at, e.command_id, e.request_hash, e.reference, e.actor_kind, e.actor, e.source,
        e.reason, e.previous, e.body, i.series, i.number, i.hash, e.booked_from
        """;

    /// <summary>Tails come before snapshots: a snapshot written in between only covers more than it must.</summary>
    private const string SelectTails = $"""
        select {EventColumns}
        from unnest($1::text[]) as k(account_key)
        left join account_snapshot s on s.account_key = k.account_key and s.schema_hash = $2
        join account_event e on e.account_key = k.account_key and e.version > coalesce(s.version, 0)
        left join invoice i on i.account_key = e.account_key and i.version = e.version
        order by e.account_key, e.version
        """;

    private const string SelectSnapshots = """
        select s.account_key, s.version, s.link, s.body
        from unnest($1::text[]) as k(account_key)
        join account_snapshot s on s.account_key = k.account_key and s.schema_hash = $2
        """;

    private const string SelectTailsKnown = $"""
        select {EventColumns}
        from unnest($1::text[], $2::bigint[]) as k(account_key, version)
        join account_event e on e.account_key = k.account_key and e.version > k.version
        left join invoice i on i.account_key = e.account_key and i.version = e.version
        order by e.account_key, e.version
        """;

    private const string SelectEvents = $"""
        select {EventColumns}
        from account_event e left join invoice i on i.account_key = e.account_key and i.version = e.version
        where e.account_key = $1 and e.version > $2 order by e.version limit $3
        """;

    private const string SelectReceipt = """
        select request_hash, version, reference from account_event
        where account_key = $1 and command_id = $2 order by version desc limit 1
        """;

    private const string SelectHead = "select version, link, balance_minor from account where account_key = $1";

    private const string SelectDocument = "select body from invoice where account_key = $1 and version = $2";

    public async Task<(IReadOnlyList<SnapshotRow> Snapshots, IReadOnlyList<EventRow> Tails)> Read(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var schema = AccountEventJson.SnapshotSchema;
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(Command(PostgresDatabase.PlanByKey));
        batch.BatchCommands.Add(Command(SelectTails, Column(keys, key => key), Value(schema)));
        batch.BatchCommands.Add(Command(SelectSnapshots, Column(keys, key => key), Value(schema)));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var tails = await reader.ReadAll(EventOf, cancellation);
        await reader.NextResultAsync(cancellation);
        return (await reader.ReadAll(SnapshotOf, cancellation), tails);
    }

    public async Task<IReadOnlyList<EventRow>> ReadTails(
        IReadOnlyList<(string Key, long AfterVersion)> known, CancellationToken cancellation)
    {
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(Command(PostgresDatabase.PlanByKey));
        batch.BatchCommands.Add(Command(
            SelectTailsKnown, Column(known, one => one.Key), Column(known, one => one.AfterVersion)));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAll(EventOf, cancellation);
    }

    public async Task<IReadOnlyList<EventRow>> ReadEvents(
        string key, long afterVersion, int countMax, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectEvents);
        command.Parameters.Add(Value(key));
        command.Parameters.Add(Value(afterVersion));
        command.Parameters.Add(Value(countMax));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAll(EventOf, cancellation);
    }

    public async Task<CommandReceipt?> FindReceipt(string key, string commandId, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectReceipt);
        command.Parameters.Add(Value(key));
        command.Parameters.Add(Value(commandId));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new CommandReceipt(commandId, reader.GetString(0), reader.GetInt64(1), Text(reader, 2))
            : null;
    }

    public async Task<AccountHead?> ReadHead(string key, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectHead);
        command.Parameters.Add(Value(key));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new AccountHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2))
            : null;
    }

    public async Task<byte[]?> ReadDocument(string key, long version, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(SelectDocument);
        command.Parameters.Add(Value(key));
        command.Parameters.Add(Value(version));
        return (byte[]?)await command.ExecuteScalarAsync(cancellation);
    }

    public Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation) =>
        PostgresContractRows.Read(database, servicePointIds, cancellation);

    private static SnapshotRow SnapshotOf(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));

    private static EventRow EventOf(NpgsqlDataReader row)
    {
        var actor = new Actor((ActorKind)row.GetInt16(6), row.GetString(7));
        var at = Instant.FromDateTimeUtc(row.GetDateTime(2));
        var context = new CommandContext(row.GetString(3), actor, row.GetString(8), at, Text(row, 9));
        ImmutableArray<DocumentNumber> numbers =
            row.IsDBNull(12) ? [] : [new DocumentNumber(row.GetString(12), row.GetInt64(13))];
        return new EventRow(
            row.GetString(0),
            new EventEnvelope(context, row.GetString(4), Text(row, 5), row.GetInt64(1), numbers)
            {
                BookedFrom = row.IsDBNull(15) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(15)),
            },
            row.GetFieldValue<byte[]>(10),
            row.GetFieldValue<byte[]>(11),
            row.IsDBNull(14) ? null : row.GetFieldValue<byte[]>(14));
    }

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
