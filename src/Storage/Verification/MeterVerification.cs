using System.Data.Common;
using BillingActors.Storage.Meters;

namespace BillingActors.Storage.Verification;

/// <summary>Interval days and reads: versions without gap, newest ones whole, as many as their heads count.</summary>
internal static class MeterVerification
{
    private const int MinutesPerDay = 1440;

    private const string SelectDays = """
        select service_point_id, cast(day as text), channel, version, interval_minutes, amounts, quality
        from interval_day order by service_point_id, day, channel, version
        """;

    private const string SelectReads = """
        select service_point_id, cast(read_on as text), register, meter_serial, version
        from register_read order by service_point_id, read_on, register, meter_serial, version
        """;

    private const string SelectHeads = """
        select service_point_id, cast(sum(stored) as bigint), cast(sum(counted) as bigint) from (
            select service_point_id, count(*) as stored, 0 as counted from interval_day group by service_point_id
            union all select service_point_id, count(*), 0 from register_read group by service_point_id
            union all select service_point_id, 0, data_version from service_point_head) as heads
        group by service_point_id order by service_point_id
        """;

    public static void Check(Books books, Findings findings, CancellationToken cancellation)
    {
        CheckDays(books, findings, cancellation);
        CheckReads(books, findings, cancellation);
        foreach (var (point, stored, counted) in books.Read(
            SelectHeads, row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2))))
        {
            findings.Count(Rule.MeterHeads);
            if (stored != counted)
                findings.Add(Rule.MeterHeads, point, $"{stored} rows are stored, its data version is {counted}");
        }
    }

    private static void CheckDays(Books books, Findings findings, CancellationToken cancellation)
    {
        Day? before = null;
        foreach (var day in books.Read(SelectDays, Read))
        {
            cancellation.ThrowIfCancellationRequested();
            var isSameDay = before?.Key == day.Key;
            if (before is not null && !isSameDay)
                CheckNewest(before, findings);
            CheckVersion(day.Key, isSameDay ? before!.Version : 0, day.Version, findings);
            before = day;
        }
        if (before is not null)
            CheckNewest(before, findings);
    }

    private static void CheckReads(Books books, Findings findings, CancellationToken cancellation)
    {
        var (last, version) = (default(ReadName), 0);
        foreach (var (name, next) in books.Read(SelectReads, row => (
            new ReadName(row.GetString(0), row.GetString(2), row.GetString(3), row.GetString(1)), row.GetInt32(4))))
        {
            cancellation.ThrowIfCancellationRequested();
            CheckVersion(name, name == last ? version : 0, next, findings);
            (last, version) = (name, next);
        }
    }

    private static void CheckVersion<T>(T name, int before, int version, Findings findings)
        where T : struct
    {
        findings.Count(Rule.MeterVersions);
        if (version != before + 1)
            findings.Add(Rule.MeterVersions, $"{name}", $"after version {before} comes version {version}");
    }

    private static void CheckNewest(Day day, Findings findings)
    {
        if (Fault(day) is { } fault)
            findings.Add(Rule.MeterVersions, day.Key.ToString(), $"version {day.Version}: {fault}");
    }

    private static string? Fault(Day day)
    {
        try
        {
            var intervalCount = MinutesPerDay / day.IntervalMinutes;
            var valueCount = IntervalCodec.ReadValues(day.Amounts).Length;
            if (valueCount != intervalCount)
                return $"{valueCount} values instead of {intervalCount}";
            var covered = 0;
            foreach (var run in IntervalCodec.ReadQuality(day.Quality))
            {
                if (run.First != covered + 1 || run.Last < run.First || !Enum.IsDefined(run.Quality))
                    return $"its qualities leave out or repeat interval {covered + 1}";
                covered = run.Last;
            }
            return covered == intervalCount ? null : $"its qualities cover {covered} of {intervalCount} intervals";
        }
        catch (Exception fault) when (StoredBytes.AreTheCauseOf(fault))
        {
            return $"its bytes cannot be read: {fault.Message}";
        }
    }

    private static Day Read(DbDataReader row) => new(
        new DayName(row.GetString(0), row.GetString(2), row.GetString(1)),
        row.GetInt32(3),
        row.GetInt32(4),
        Books.Bytes(row, 5),
        Books.Bytes(row, 6));

    private readonly record struct DayName(string ServicePointId, string Channel, string On)
    {
        public override string ToString() => $"{ServicePointId} {Channel} {On}";
    }

    private readonly record struct ReadName(string ServicePointId, string Register, string MeterSerial, string On)
    {
        public override string ToString() => $"{ServicePointId} {Register} {MeterSerial} {On}";
    }

    private sealed record Day(DayName Key, int Version, int IntervalMinutes, byte[] Amounts, byte[] Quality);
}
