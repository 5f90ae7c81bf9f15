using System.Globalization;
using System.Text;

namespace BillingActors.Cli.Demo;

/// <summary>How an invented home uses power over the half hours of a day.</summary>
internal static class DemoProfile
{
    private const int IntervalCount = 48;

    /// <summary>A day as a record of a meter data file, stamped with the morning it was read out.</summary>
    public static string DayRecord(DemoAccount account, DateOnly day, DateOnly readOn)
    {
        var record = new StringBuilder("300,").Append(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}");
        for (var interval = 0; interval < IntervalCount; interval++)
        {
            var watts = WattHours(account, day, interval);
            record.Append(CultureInfo.InvariantCulture, $",{watts / 1000}.{watts % 1000:D3}");
        }
        return record.Append(CultureInfo.InvariantCulture, $",A,,,{readOn:yyyyMMdd}060000,").ToString();
    }

    private static int WattHours(DemoAccount account, DateOnly day, int interval)
    {
        var size = 60 + Dice.Below(120, "home", account.Index, 0);
        var shape = interval switch
        {
            >= 13 and < 18 => 3, // breakfast
            >= 34 and < 44 => 5, // evening
            >= 18 and < 34 => 2,
            _ => 1,
        };
        return (size * shape) + Dice.Below(90, "half-hour", account.Index, (day.DayNumber * IntervalCount) + interval);
    }
}
