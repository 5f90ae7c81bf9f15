using System.Globalization;
using BillingActors.Formats.Text;

namespace BillingActors.Formats.Nem;

/// <summary>A 200 record: the channel the following days belong to.</summary>
/// <param name="ServicePointId">The NMI.</param>
/// <param name="Suffix">The channel at the NMI.</param>
/// <param name="MeterSerial">The meter, if named.</param>
/// <param name="Unit">Canonical unit, or null where there is none we know.</param>
/// <param name="Direction">Direction, or null where the channel has none.</param>
/// <param name="Minutes">Length of an interval.</param>
/// <param name="HasUnit">Whether a unit is written at all.</param>
internal sealed record IntervalChannel(
    string ServicePointId,
    string Suffix,
    string? MeterSerial,
    string? Unit,
    string? Direction,
    int Minutes,
    bool HasUnit)
{
    public int Intervals => DayValues.MinutesPerDay / Minutes;

    public static IntervalChannel Read(MeterDataRecord record)
    {
        record.RequireFields(9, 10);
        MarketTime.OptionalDay(record, 9, "NextScheduledReadDate");
        var suffix = NemSuffix.Read(record, 4);
        return new(
            MeteringPoint.Read(record),
            suffix,
            record.Optional(6, "MeterSerialNumber", 12),
            UnitNames.Find(record[7]),
            NemSuffix.Direction(suffix),
            ReadMinutes(record),
            !record[7].IsEmpty);
    }

    private static int ReadMinutes(MeterDataRecord record) =>
        int.TryParse(record[8], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and <= 60
            && 60 % minutes == 0
            ? minutes
            : throw record.Refused("IntervalLength", "interval-length", "is no number of minutes that divides an hour");
}
