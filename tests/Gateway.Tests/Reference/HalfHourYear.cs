using System.Globalization;

namespace BillingActors.Gateway.Tests.RealData;

/// <summary>
/// A plain reading of the half-hour year: every value with the local time in Victoria at which its half hour began. The
/// file counts in UTC+10; clocks there were an hour ahead from 2 October 2022, 02:00, until 2 April 2023, 03:00.
/// </summary>
internal static class HalfHourYear
{
    private static readonly DateTime SummerFrom = new(2022, 10, 2, 2, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime SummerUntil = new(2023, 4, 2, 2, 0, 0, DateTimeKind.Unspecified);

    public static List<(DateTime Local, decimal Kwh)> Import(string file)
    {
        var halfHours = new List<(DateTime, decimal)>();
        var isImport = false;
        foreach (var fields in File.ReadLines(file).Select(line => line.Split(',')))
        {
            if (fields[0] == "200")
                isImport = fields[4] == "E1";
            if (fields[0] != "300" || !isImport)
                continue;
            var day = DateTime.ParseExact(fields[1], "yyyyMMdd", CultureInfo.InvariantCulture);
            for (var i = 0; i < 48; i++)
            {
                var standard = day.AddMinutes(30 * i);
                var local = standard >= SummerFrom && standard < SummerUntil ? standard.AddHours(1) : standard;
                halfHours.Add((local, decimal.Parse(fields[2 + i], CultureInfo.InvariantCulture)));
            }
        }
        return halfHours;
    }
}
