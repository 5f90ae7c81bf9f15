using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Meters;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.Meters;

/// <summary>
/// Meter data on PostgreSQL: three statements in one round trip, however many service points are asked for.
/// </summary>
internal sealed class PostgresMeterDataStore(PostgresDatabase database) : IMeterDataStore
{
    private const string SelectHeads = """
        select coalesce(h.data_version, 0)
        from unnest($1::text[]) with ordinality as q(service_point_id, place)
        left join service_point_head h on h.service_point_id = q.service_point_id
        order by q.place
        """;

    private const string SelectDays = """
        select d.service_point_id, d.day, d.channel, d.version, d.interval_minutes, d.offset_minutes, d.unit, d.scale,
            d.amounts, d.quality, d.import_id, d.line, q.place
        from unnest($1::text[], $2::date[], $3::date[]) with ordinality as q(service_point_id, first, until, place)
        join interval_day d on d.service_point_id = q.service_point_id and d.day >= q.first and d.day < q.until
        """;

    private const string SelectReads = """
        select r.service_point_id, r.read_on, r.register, r.meter_serial, r.version, r.value, r.scale, r.quality,
            r.kind, r.import_id, r.line, q.place
        from unnest($1::text[], $2::date[], $3::date[]) with ordinality as q(service_point_id, first, until, place)
        join register_read r on r.service_point_id = q.service_point_id and r.read_on >= q.first and r.read_on < q.until
        """;

    private const string SelectVersions = """
        select service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale, amounts, quality,
            import_id, line
        from interval_day where service_point_id = $1 and day = $2 and channel = $3
        order by version
        """;

    public async Task<ImmutableArray<MeteredData>> Read(
        IReadOnlyList<UsageQuery> queries, CancellationToken cancellation)
    {
        if (queries.Count == 0)
            return [];
        await using var connection = await database.Open(cancellation);
        await using var batch = Batch(connection, queries);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var versions = new List<long>(queries.Count);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            versions.Add(reader.GetInt64(0));
        var found = queries.Select(_ => new NewestUsage()).ToArray();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found[Place(reader, 12)].Add(PostgresMeterRows.ReadDay(reader));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found[Place(reader, 11)].Add(PostgresMeterRows.ReadRead(reader));
        return [.. queries.Select((query, i) => found[i].ToData(query.ServicePointId, versions[i]))];
    }

    public Task Enter(ImmutableArray<RegisterRead> reads, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            transaction => PostgresMeterRows.Store(transaction, WorkedBatch.ByHand(reads), cancellation), cancellation);

    public async Task<ImmutableArray<long>> DataVersions(
        IReadOnlyList<string> servicePointIds, CancellationToken cancellation)
    {
        await using var batch = database.Source.CreateBatch();
        batch.Add(PostgresDatabase.PlanByKey);
        batch.Add(SelectHeads, [servicePointIds.ToArray()]);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return [.. await reader.ReadAll(row => row.GetInt64(0), cancellation)];
    }

    public async Task<ImmutableArray<IntervalDay>> Versions(
        string servicePointId, string channel, LocalDate day, CancellationToken cancellation)
    {
        var command = database.Command(SelectVersions, servicePointId, day.ToDateOnly(), channel);
        return [.. (await command.Query(PostgresMeterRows.ReadDay, cancellation)).Select(row => row.ToDay())];
    }

    /// <summary>Heads come first: data stored in between is newer than the version says, never older.</summary>
    private static NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyList<UsageQuery> queries)
    {
        var batch = new NpgsqlBatch(connection);
        var servicePoints = queries.Select(query => query.ServicePointId).ToArray();
        // Without it a page reads the whole table, as long as that looks small beside the page.
        batch.Add(PostgresDatabase.PlanByKey);
        batch.Add(SelectHeads, [servicePoints]);
        batch.Add(SelectDays, servicePoints, Days(queries, q => q.From), Days(queries, q => q.Until));
        batch.Add(SelectReads, servicePoints, Days(queries, q => q.ReadsFrom), Days(queries, q => q.ReadsUntil));
        return batch;
    }

    private static DateOnly[] Days(IReadOnlyList<UsageQuery> queries, Func<UsageQuery, LocalDate> day) =>
        [.. queries.Select(query => day(query).ToDateOnly())];

    private static int Place(NpgsqlDataReader row, int column) => (int)row.GetInt64(column) - 1;
}
