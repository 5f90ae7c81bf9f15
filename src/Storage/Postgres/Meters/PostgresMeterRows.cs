using System.Collections.Frozen;
using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Json;
using BillingActors.Storage.Meters;
using NodaTime;
using Npgsql;

namespace BillingActors.Storage.Postgres.Meters;

/// <summary>
/// Stores the meter data of a batch inside somebody's transaction. Nearly every day of a file is the first of its
/// kind, so days are added as if all were, and what was there already is looked at afterwards. The heads of all
/// service points of the batch are moved, and so held, in order before anything is compared: two batches of the same
/// service points follow each other, and the unique keys decide whatever is left.
/// </summary>
internal static class PostgresMeterRows
{
    /// <summary>Heads move in order of their service points: two batches wait for each other in a row.</summary>
    private const string AddToHeads = """
        insert into service_point_head as h (service_point_id, data_version)
        select m.service_point_id, m.steps from unnest($1::text[], $2::bigint[]) as m(service_point_id, steps)
        on conflict (service_point_id) do update set data_version = h.data_version + excluded.data_version
        """;

    private const string MoveHeads = """
        update service_point_head as h set data_version = h.data_version + m.steps
        from unnest($1::text[], $2::bigint[]) as m(service_point_id, steps)
        where h.service_point_id = m.service_point_id
        """;

    private const string NewestDays = """
        select n.service_point_id, n.day, n.channel, n.version, n.interval_minutes, n.offset_minutes, n.unit, n.scale,
            n.amounts, n.quality, n.import_id, n.line
        from unnest($1::text[], $2::date[], $3::text[]) as q(service_point_id, day, channel)
        cross join lateral (
            select * from interval_day d
            where d.service_point_id = q.service_point_id and d.day = q.day and d.channel = q.channel
            order by d.version desc limit 1) as n
        """;

    private const string NewestReads = """
        select n.service_point_id, n.read_on, n.register, n.meter_serial, n.version, n.value, n.scale, n.quality,
            n.kind, n.import_id, n.line
        from unnest($1::text[], $2::date[], $3::text[], $4::text[]) as q(service_point_id, read_on, register, serial)
        cross join lateral (
            select * from register_read r
            where r.service_point_id = q.service_point_id and r.read_on = q.read_on and r.register = q.register
                and r.meter_serial = q.serial
            order by r.version desc limit 1) as n
        """;

    private const string AddDays = """
        insert into interval_day(service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale,
            amounts, quality, import_id, line)
        select * from unnest($1::text[], $2::date[], $3::text[], $4::integer[], $5::integer[], $6::integer[],
            $7::text[], $8::integer[], $9::bytea[], $10::bytea[], $11::text[], $12::integer[])
        """;

    private const string AddFirstDays = """
        insert into interval_day(service_point_id, day, channel, version, interval_minutes, offset_minutes, unit, scale,
            amounts, quality, import_id, line)
        select d.service_point_id, d.day, d.channel, 1, d.interval_minutes, d.offset_minutes, d.unit, d.scale,
            d.amounts, d.quality, d.import_id, d.line
        from unnest($1::text[], $2::date[], $3::text[], $4::integer[], $5::integer[], $6::text[], $7::integer[],
            $8::bytea[], $9::bytea[], $10::text[], $11::integer[]) as d(service_point_id, day, channel,
            interval_minutes, offset_minutes, unit, scale, amounts, quality, import_id, line)
        on conflict do nothing
        returning service_point_id, day, channel
        """;

    private const string AddReads = """
        insert into register_read(service_point_id, read_on, register, meter_serial, version, value, scale, quality,
            kind, import_id, line)
        select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::integer[],
            $8::text[], $9::text[], $10::text[], $11::integer[])
        """;

    /// <summary>Stores what is new and answers what became of every record.</summary>
    public static async Task<OutcomeCounts> Store(
        NpgsqlTransaction transaction, WorkedBatch worked, CancellationToken cancellation)
    {
        var batch = new MeterBatch(worked);
        if (batch.ServicePoints.IsEmpty)
            return MeterChanges.Decide(batch, FrozenSet<DayKey>.Empty, [], []).Counts;
        var added = await AddFirst(transaction, batch, cancellation);
        var days = await ReadDays(transaction, batch.DayKeysBut(added), cancellation);
        var reads = await ReadReads(transaction, batch.ReadKeys, cancellation);
        var changes = MeterChanges.Decide(batch, added, days, reads);
        await Add(transaction, changes, batch.MovesBut(changes.Moves), cancellation);
        return changes.Counts;
    }

    public static DayRow ReadDay(NpgsqlDataReader row) => new(
        new IntervalDay(
            row.GetString(0),
            row.GetString(2),
            LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
            row.GetInt32(4),
            row.GetInt32(5),
            row.GetString(6),
            row.GetInt32(7),
            [], [],
            row.GetInt32(3),
            new SourceReference(row.GetString(10), row.GetInt32(11))),
        row.GetFieldValue<byte[]>(8),
        row.GetFieldValue<byte[]>(9));

    public static RegisterRead ReadRead(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(2),
        row.GetString(3),
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
        row.GetInt64(5),
        row.GetInt32(6),
        EnumWords<ReadQuality>.Parse(row.GetString(7)),
        EnumWords<ReadKind>.Parse(row.GetString(8)),
        row.GetInt32(4),
        new SourceReference(row.GetString(9), row.GetInt32(10)));

    /// <summary>Adds the first record of every day as its first version; answers the days there were none of.</summary>
    private static async Task<HashSet<DayKey>> AddFirst(
        NpgsqlTransaction transaction, MeterBatch batch, CancellationToken cancellation)
    {
        await using var commands = new NpgsqlBatch(transaction.Connection, transaction);
        commands.Add(PostgresDatabase.PlanByKey);
        AddFirstDayRows(commands, batch.FirstDays);
        commands.Add(AddToHeads, batch.ServicePoints.ToArray(), batch.FirstMoves.ToArray());
        await using var reader = await commands.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var added = await reader.ReadAll(
            row => new DayKey(
                row.GetString(0), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)), row.GetString(2)),
            cancellation);
        return [.. added];
    }

    private static async Task<Dictionary<DayKey, DayRow>> ReadDays(
        NpgsqlTransaction transaction, ImmutableArray<DayKey> keys, CancellationToken cancellation)
    {
        if (keys.IsEmpty)
            return [];
        var command = transaction.Command(
            NewestDays, keys.Select(key => key.ServicePointId).ToArray(),
            keys.Select(key => key.Day.ToDateOnly()).ToArray(),
            keys.Select(key => key.Channel).ToArray());
        return (await command.Query(ReadDay, cancellation)).ToDictionary(row => row.Key);
    }

    private static async Task<Dictionary<ReadKey, RegisterRead>> ReadReads(
        NpgsqlTransaction transaction, ImmutableArray<ReadKey> keys, CancellationToken cancellation)
    {
        if (keys.IsEmpty)
            return [];
        var command = transaction.Command(
            NewestReads, keys.Select(key => key.ServicePointId).ToArray(),
            keys.Select(key => key.On.ToDateOnly()).ToArray(),
            keys.Select(key => key.Register).ToArray(),
            keys.Select(key => key.MeterSerial).ToArray());
        return (await command.Query(ReadRead, cancellation)).ToDictionary(MeterBatch.KeyOf);
    }

    private static async Task Add(
        NpgsqlTransaction transaction,
        MeterChanges changes,
        IReadOnlyDictionary<string, long> moves,
        CancellationToken cancellation)
    {
        if (changes.Days.Count == 0 && changes.Reads.Count == 0 && moves.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        if (changes.Days.Count > 0)
            AddDayRows(batch, changes.Days);
        if (changes.Reads.Count > 0)
            AddReadRows(batch, changes.Reads);
        batch.Add(MoveHeads, moves.Keys.ToArray(), moves.Values.ToArray());
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static void AddDayRows(NpgsqlBatch batch, IReadOnlyList<DayRow> rows) => batch.Add(
        AddDays,
        rows.Select(row => row.Day.ServicePointId).ToArray(),
        rows.Select(row => row.Day.Day.ToDateOnly()).ToArray(),
        rows.Select(row => row.Day.Channel).ToArray(),
        rows.Select(row => row.Day.Version).ToArray(),
        rows.Select(row => row.Day.IntervalMinutes).ToArray(),
        rows.Select(row => row.Day.OffsetMinutes).ToArray(),
        rows.Select(row => row.Day.Unit).ToArray(),
        rows.Select(row => row.Day.Scale).ToArray(),
        rows.Select(row => row.Amounts).ToArray(),
        rows.Select(row => row.Quality).ToArray(),
        rows.Select(row => row.Day.Source.ImportId).ToArray(),
        rows.Select(row => row.Day.Source.Line).ToArray());

    private static void AddFirstDayRows(NpgsqlBatch batch, IReadOnlyList<DayRow> rows) => batch.Add(
        AddFirstDays,
        rows.Select(row => row.Day.ServicePointId).ToArray(),
        rows.Select(row => row.Day.Day.ToDateOnly()).ToArray(),
        rows.Select(row => row.Day.Channel).ToArray(),
        rows.Select(row => row.Day.IntervalMinutes).ToArray(),
        rows.Select(row => row.Day.OffsetMinutes).ToArray(),
        rows.Select(row => row.Day.Unit).ToArray(),
        rows.Select(row => row.Day.Scale).ToArray(),
        rows.Select(row => row.Amounts).ToArray(),
        rows.Select(row => row.Quality).ToArray(),
        rows.Select(row => row.Day.Source.ImportId).ToArray(),
        rows.Select(row => row.Day.Source.Line).ToArray());

    private static void AddReadRows(NpgsqlBatch batch, IReadOnlyList<RegisterRead> reads) => batch.Add(
        AddReads,
        reads.Select(read => read.ServicePointId).ToArray(),
        reads.Select(read => read.On.ToDateOnly()).ToArray(),
        reads.Select(read => read.Register).ToArray(),
        reads.Select(read => read.MeterSerial).ToArray(),
        reads.Select(read => read.Version).ToArray(),
        reads.Select(read => read.Value).ToArray(),
        reads.Select(read => read.Scale).ToArray(),
        reads.Select(read => EnumWords<ReadQuality>.Of(read.Quality)).ToArray(),
        reads.Select(read => EnumWords<ReadKind>.Of(read.Kind)).ToArray(),
        reads.Select(read => read.Source.ImportId).ToArray(),
        reads.Select(read => read.Source.Line).ToArray());
}
