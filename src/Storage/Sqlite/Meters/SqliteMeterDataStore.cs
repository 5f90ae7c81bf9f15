using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Json;
using BillingActors.Storage.Meters;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BillingActors.Storage.Sqlite.Meters;

/// <summary>Meter data on SQLite: three prepared statements on one snapshot.</summary>
internal sealed class SqliteMeterDataStore(SqliteDatabase database) : IMeterDataStore
{
    private const string SelectHead = "select data_version from service_point_head where service_point_id = $1";

    private const string SelectDays = """
        select service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale, amounts, quality,
            import_id, line
        from interval_day where service_point_id = $1 and day >= $2 and day < $3
        """;

    private const string SelectReads = """
        select service_point_id, read_on, register, meter_serial, version, value, scale, quality, kind, import_id, line
        from register_read where service_point_id = $1 and read_on >= $2 and read_on < $3
        """;

    private const string SelectVersions = """
        select service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale, amounts, quality,
            import_id, line
        from interval_day where service_point_id = $1 and day = $2 and channel = $3
        order by version
        """;

    public Task<ImmutableArray<MeteredData>> Read(
        IReadOnlyList<UsageQuery> queries, CancellationToken cancellation) =>
        database.Read(connection => ReadAll(connection, queries), cancellation);

    public Task Enter(ImmutableArray<RegisterRead> reads, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            SqliteMeterRows.Store(transaction, WorkedBatch.ByHand(reads));
        },
        cancellation);

    public Task<ImmutableArray<long>> DataVersions(
        IReadOnlyList<string> servicePointIds, CancellationToken cancellation) =>
        database.Read<ImmutableArray<long>>(
            connection =>
            {
                using var head = connection.Prepare(SelectHead);
                return [.. servicePointIds.Select(id => Version(head, id))];
            },
            cancellation);

    public Task<ImmutableArray<IntervalDay>> Versions(
        string servicePointId, string channel, LocalDate day, CancellationToken cancellation) =>
        database.Read<ImmutableArray<IntervalDay>>(
            connection =>
            [
                .. connection.Query(
                    SelectVersions, SqliteMeterRows.ReadDay, servicePointId, IsoDay.Format(day), channel)
                    .Select(row => row.ToDay()),
            ], cancellation);

    private static ImmutableArray<MeteredData> ReadAll(SqliteConnection connection, IReadOnlyList<UsageQuery> queries)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var head = snapshot.Prepare(SelectHead);
        using var days = snapshot.Prepare(SelectDays);
        using var reads = snapshot.Prepare(SelectReads);
        return [.. queries.Select(query => ReadOne(query, head, days, reads))];
    }

    private static MeteredData ReadOne(
        UsageQuery query, SqliteStatement head, SqliteStatement days, SqliteStatement reads)
    {
        var newest = new NewestUsage();
        var (id, from, until) = (query.ServicePointId, IsoDay.Format(query.From), IsoDay.Format(query.Until));
        foreach (var row in days.Query(SqliteMeterRows.ReadDay, id, from, until))
            newest.Add(row);
        var (readsFrom, readsUntil) = (IsoDay.Format(query.ReadsFrom), IsoDay.Format(query.ReadsUntil));
        foreach (var read in reads.Query(SqliteMeterRows.ReadRead, id, readsFrom, readsUntil))
            newest.Add(read);
        return newest.ToData(id, Version(head, id));
    }

    private static long Version(SqliteStatement head, string servicePointId) =>
        head.Query(row => row.GetInt64(0), servicePointId).FirstOrDefault();
}
