using System.Collections.Frozen;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Json;
using BillingActors.Storage.Meters;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Meters;

/// <summary>
/// Stores the meter data of a batch inside somebody's transaction, by statements prepared once per batch.
/// </summary>
internal static class SqliteMeterRows
{
    private const string NewestDay = """
        select service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale, amounts, quality,
            import_id, line
        from interval_day where service_point_id = $1 and day = $2 and channel = $3
        order by version desc limit 1
        """;

    private const string NewestRead = """
        select service_point_id, read_on, register, meter_serial, version, value, scale, quality, kind, import_id, line
        from register_read where service_point_id = $1 and read_on = $2 and register = $3 and meter_serial = $4
        order by version desc limit 1
        """;

    private const string AddDay = """
        insert into interval_day(service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale,
            amounts, quality, import_id, line)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string AddRead = """
        insert into register_read(service_point_id, read_on, register, meter_serial, version, value, scale, quality,
            kind, import_id, line)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string MoveHead = """
        insert into service_point_head(service_point_id, data_version) values ($1, $2)
        on conflict do update set data_version = data_version + excluded.data_version
        """;

    /// <summary>Stores what is new and answers what became of every record.</summary>
    public static OutcomeCounts Store(SqliteTransaction transaction, WorkedBatch worked)
    {
        var batch = new MeterBatch(worked);
        var changes = MeterChanges.Decide(
            batch, FrozenSet<DayKey>.Empty, NewestDays(transaction, batch), NewestReads(transaction, batch));
        using var addDay = transaction.Prepare(AddDay);
        foreach (var row in changes.Days)
            Add(addDay, row);
        using var addRead = transaction.Prepare(AddRead);
        foreach (var read in changes.Reads)
            Add(addRead, read);
        using var moveHead = transaction.Prepare(MoveHead);
        foreach (var (servicePointId, steps) in changes.Moves)
            moveHead.Execute(servicePointId, steps);
        return changes.Counts;
    }

    public static DayRow ReadDay(SqliteDataReader row) => new(
        new IntervalDay(
            row.GetString(0),
            row.GetString(2),
            IsoDay.Parse(row.GetString(1)),
            row.GetInt32(4),
            row.GetInt32(5),
            row.GetString(6),
            row.GetInt32(7),
            [], [],
            row.GetInt32(3),
            new SourceReference(row.GetString(10), row.GetInt32(11))),
        row.GetFieldValue<byte[]>(8),
        row.GetFieldValue<byte[]>(9));

    public static RegisterRead ReadRead(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(2),
        row.GetString(3),
        IsoDay.Parse(row.GetString(1)),
        row.GetInt64(5),
        row.GetInt32(6),
        EnumWords<ReadQuality>.Parse(row.GetString(7)),
        EnumWords<ReadKind>.Parse(row.GetString(8)),
        row.GetInt32(4),
        new SourceReference(row.GetString(9), row.GetInt32(10)));

    private static Dictionary<DayKey, DayRow> NewestDays(SqliteTransaction transaction, MeterBatch batch)
    {
        var found = new List<DayRow>();
        using var newest = transaction.Prepare(NewestDay);
        foreach (var key in batch.FirstDays.Select(row => row.Key))
            newest.ReadInto(found, ReadDay, key.ServicePointId, IsoDay.Format(key.Day), key.Channel);
        return found.ToDictionary(row => row.Key);
    }

    private static Dictionary<ReadKey, RegisterRead> NewestReads(SqliteTransaction transaction, MeterBatch batch)
    {
        var found = new List<RegisterRead>();
        using var newest = transaction.Prepare(NewestRead);
        foreach (var key in batch.ReadKeys)
            newest.ReadInto(found, ReadRead, key.ServicePointId, IsoDay.Format(key.On), key.Register, key.MeterSerial);
        return found.ToDictionary(MeterBatch.KeyOf);
    }

    private static void Add(SqliteStatement statement, DayRow row) => statement.Execute(
        row.Day.ServicePointId,
        IsoDay.Format(row.Day.Day),
        row.Day.Channel,
        row.Day.Version,
        row.Day.IntervalMinutes,
        row.Day.OffsetMinutes,
        row.Day.Unit,
        row.Day.Scale,
        row.Amounts,
        row.Quality,
        row.Day.Source.ImportId,
        row.Day.Source.Line);

    private static void Add(SqliteStatement statement, RegisterRead read) => statement.Execute(
        read.ServicePointId,
        IsoDay.Format(read.On),
        read.Register,
        read.MeterSerial,
        read.Version,
        read.Value,
        read.Scale,
        EnumWords<ReadQuality>.Of(read.Quality),
        EnumWords<ReadKind>.Of(read.Kind),
        read.Source.ImportId,
        read.Source.Line);
}
