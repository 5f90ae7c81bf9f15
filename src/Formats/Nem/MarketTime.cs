using System.Globalization;

namespace BillingActors.Formats.Nem;

/// <summary>Dates and times of the market: digits only, ten hours ahead of UTC all year.</summary>
internal static class MarketTime
{
    public const int OffsetMinutes = 600;
    private static readonly TimeSpan Offset = TimeSpan.FromMinutes(OffsetMinutes);

    public static DateOnly Day(MeterDataRecord record, int field, string name) =>
        DateOnly.TryParseExact(
            record[field], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw record.Refused(name, "date-invalid", $"'{Shown(record[field])}' is no day of the form yyyymmdd");

    public static DateOnly? OptionalDay(MeterDataRecord record, int field, string name) =>
        record[field].IsEmpty ? null : Day(record, field, name);

    /// <summary>A time with or without seconds.</summary>
    public static DateTimeOffset Time(MeterDataRecord record, int field, string name)
    {
        var format = record[field].Length == 12 ? "yyyyMMddHHmm" : "yyyyMMddHHmmss";
        return DateTime.TryParseExact(
            record[field], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year > 1
            ? new(local, Offset)
            : throw record.Refused(
                name, "time-invalid", $"'{Shown(record[field])}' is no time of the form yyyymmddhhmmss");
    }

    public static DateTimeOffset? OptionalTime(MeterDataRecord record, int field, string name) =>
        record[field].IsEmpty ? null : Time(record, field, name);

    private static string Shown(ReadOnlySpan<char> text) => text.Length <= 20 ? text.ToString() : $"{text[..20]}…";
}
