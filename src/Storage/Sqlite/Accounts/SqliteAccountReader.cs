using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>Reads accounts from SQLite; the keys of a page travel as one JSON array.</summary>
internal sealed class SqliteAccountReader(SqliteDatabase database) : IAccountReader
{
    private const string EventColumns = """
        e.account_key, e.version, e.at, e.command_id, e.request_hash, e.reference, e.actor_kind, e.actor, e.source,
        e.reason, e.previous, e.body, i.series, i.number, i.hash, e.booked_from
        """;

    /// <summary>Tails come before snapshots: a snapshot written in between only covers more than it must.</summary>
    private const string SelectTails = $"""
        select {EventColumns}
        from json_each($1) k
        left join account_snapshot s on s.account_key = k.value and s.schema_hash = $2
        cross join account_event e on e.account_key = k.value and e.version > coalesce(s.version, 0)
        left join invoice i on i.account_key = e.account_key and i.version = e.version
        order by e.account_key, e.version
        """;

    private const string SelectSnapshots = """
        select s.account_key, s.version, s.link, s.body
        from json_each($1) k cross join account_snapshot s on s.account_key = k.value and s.schema_hash = $2
        """;

    private const string SelectTailsKnown = $"""
        select {EventColumns}
        from json_each($1) k
        cross join account_event e
            on e.account_key = json_extract(k.value, '$[0]') and e.version > json_extract(k.value, '$[1]')
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

    private const string SelectOccupied = """
        select c.service_point_id, c.account_key, c.contract_id, c.starts_on, c.ends_on
        from json_each($1) k cross join contract c on c.service_point_id = k.value
        """;

    public Task<(IReadOnlyList<SnapshotRow> Snapshots, IReadOnlyList<EventRow> Tails)> Read(
        IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var list = SqliteQueries.JsonArray(keys);
        return database.Read<(IReadOnlyList<SnapshotRow>, IReadOnlyList<EventRow>)>(
            connection =>
            {
                var tails = connection.Query(SelectTails, EventOf, list, AccountEventJson.SnapshotSchema);
                return (connection.Query(SelectSnapshots, SnapshotOf, list, AccountEventJson.SnapshotSchema), tails);
            },
            cancellation);
    }

    public Task<IReadOnlyList<EventRow>> ReadTails(
        IReadOnlyList<(string Key, long AfterVersion)> known, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<EventRow>>(
            connection => connection.Query(SelectTailsKnown, EventOf, SqliteQueries.JsonPairs(known)), cancellation);

    public Task<IReadOnlyList<EventRow>> ReadEvents(
        string key, long afterVersion, int countMax, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<EventRow>>(
            connection => connection.Query(SelectEvents, EventOf, key, afterVersion, countMax), cancellation);

    public Task<CommandReceipt?> FindReceipt(
        string key, string commandId, CancellationToken cancellation) => database.Read(
        connection => connection.Query(
            SelectReceipt,
            row => new CommandReceipt(commandId, row.GetString(0), row.GetInt64(1), row.TextOrNull(2)),
            key,
            commandId).FirstOrDefault(),
        cancellation);

    public Task<AccountHead?> ReadHead(string key, CancellationToken cancellation) => database.Read(
        connection => connection.Query(
            SelectHead,
            row => new AccountHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)),
            key).FirstOrDefault(),
        cancellation);

    public Task<byte[]?> ReadDocument(string key, long version, CancellationToken cancellation) => database.Read(
        connection => connection.Query(SelectDocument, row => row.GetFieldValue<byte[]>(0), key, version)
            .FirstOrDefault(),
        cancellation);

    public Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Occupancy>>(
            connection => connection.Query(
                SelectOccupied, OccupancyOf, SqliteQueries.JsonArray(servicePointIds)), cancellation);

    private static Occupancy OccupancyOf(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        IsoDay.Parse(row.GetString(3)),
        row.IsDBNull(4) ? null : IsoDay.Parse(row.GetString(4)));

    private static SnapshotRow SnapshotOf(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));

    private static EventRow EventOf(SqliteDataReader row)
    {
        var actor = new Actor((ActorKind)row.GetInt32(6), row.GetString(7));
        var at = HashChain.FromMicroseconds(row.GetInt64(2));
        var context = new CommandContext(row.GetString(3), actor, row.GetString(8), at, row.TextOrNull(9));
        ImmutableArray<DocumentNumber> numbers =
            row.IsDBNull(12) ? [] : [new DocumentNumber(row.GetString(12), row.GetInt64(13))];
        return new EventRow(
            row.GetString(0),
            new EventEnvelope(context, row.GetString(4), row.TextOrNull(5), row.GetInt64(1), numbers)
            {
                BookedFrom = row.IsDBNull(15) ? null : IsoDay.Parse(row.GetString(15)),
            },
            row.GetFieldValue<byte[]>(10),
            row.GetFieldValue<byte[]>(11),
            row.IsDBNull(14) ? null : row.GetFieldValue<byte[]>(14));
    }
}
