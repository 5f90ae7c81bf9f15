using System.Globalization;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace Formats.Tests;

/// <summary>Writes our records back in the words of a meter data file, to be compared with its text.</summary>
internal static class MeterDataFacts
{
    public static string Of(ImportItem item) => item.Day is { } day ? Of(day) : Of(item.Read!);

    public static decimal Sum(ImportItem item) => item.Day is { } day
        ? day.Values.Sum(value => Amount(value, day.Scale))
        : Amount(item.Read!.Value, item.Read.Scale);

    private static string Of(ChannelDay day)
    {
        var runs = day.Quality.Select(run => $"{run.First}-{run.Last} {Flag(run.Quality)}{run.Method} {run.Reason}");
        var values = day.Values.Select(value => PlainMeterData.Shown(Amount(value, day.Scale)));
        return $"{day.Line} {day.ServicePointId} {day.Channel} {day.MeterSerial} {day.Unit.ToUpperInvariant()} "
            + $"{day.IntervalMinutes} {day.Day:yyyyMMdd} {Time(day.UpdatedAt)} "
            + $"[{string.Join(' ', values)}] [{string.Join("; ", runs)}]";
    }

    private static string Of(MeterRead read) =>
        $"{read.Line} {read.ServicePointId} {read.Register} {read.MeterSerial} "
        + $"{(read.Direction == "import" ? "E" : "I")} "
        + $"{read.Unit.ToUpperInvariant()} {PlainMeterData.Shown(Amount(read.PreviousValue!.Value, read.Scale))} "
        + $"{read.PreviousOn:yyyyMMdd} {Flag(read.PreviousQuality!)} "
        + $"{PlainMeterData.Shown(Amount(read.Value, read.Scale))} "
        + $"{read.On:yyyyMMdd} {Flag(read.Quality)}{read.Method} {read.Reason} "
        + $"{PlainMeterData.Shown(Amount(read.Quantity!.Value, read.Scale))} {Time(read.UpdatedAt)}";

    private static decimal Amount(long digits, int scale) => digits / (decimal)Math.Pow(10, scale);

    private static string Time(DateTimeOffset? at)
    {
        if (at is null)
            return "";
        Assert.Equal(TimeSpan.FromHours(10), at.Value.Offset);
        return at.Value.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    }

    public static string Flag(string quality) => quality switch
    {
        "actual" => "A",
        "missing" => "N",
        "forward-estimate" => "E",
        "final-substituted" => "F",
        "substituted" => "S",
        _ => "?",
    };
}
