using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BillingActors.Domain.Metering;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Cuts the values of a channel into source days of a fixed offset, in the smallest exact scale.</summary>
internal sealed class DraftedDays(ChannelDraft channel, int minutes)
{
    private const int MinutesPerDay = 1440;
    private const decimal MinutesPerHour = 60m;
    private const int ScaleMax = 9;
    private const decimal DigitsMax = 999_999_999_999_999_999m;
    private readonly List<RatingError> _errors = [];

    /// <summary>What is wrong with the values.</summary>
    public IReadOnlyList<RatingError> Errors => _errors;

    /// <summary>Minutes of the offset from UTC in which the days are cut.</summary>
    public int OffsetMinutes { get; private set; }

    /// <summary>The days, in order; whatever is not given of them is missing.</summary>
    public ImmutableArray<IntervalDay> Cut(DateTimeZone zone)
    {
        if (channel.Values.Count == 0 || !CanCut(zone))
            return [];
        var days = channel.Values.Select(value => (Minute: MinuteOf(value.Start), value.Value, value.Line))
            .GroupBy(value => Floor(value.Minute + OffsetMinutes))
            .OrderBy(static day => day.Key);
        return [.. days.Select(day => DayOf(day.Key, day))];
    }

    private bool CanCut(DateTimeZone zone)
    {
        if (minutes is < 1 or > MinutesPerDay || MinutesPerDay % minutes != 0)
        {
            Fault(channel.Values[0].Line, "interval-invalid", $"{minutes} minutes do not divide a day.");
            return false;
        }
        var first = channel.Values[0].Start;
        var offset = zone.GetUtcOffset(first).Seconds / 60;
        OffsetMinutes = IsOnGrid(first, offset) ? offset : 0;
        foreach (var (start, _, line) in channel.Values)
        {
            if (!IsOnGrid(start, OffsetMinutes))
            {
                Fault(line, "interval-invalid",
                    $"{InstantPattern.General.Format(start)} is no multiple of {minutes} minutes of a day.");
                return false;
            }
        }
        return true;
    }

    private IntervalDay DayOf(long day, IEnumerable<(long Minute, decimal? Value, int Line)> given)
    {
        var values = new decimal?[MinutesPerDay / minutes];
        var seen = new bool[values.Length];
        var firstLine = 0;
        foreach (var (minute, value, line) in given)
        {
            var index = (int)((minute + OffsetMinutes - (day * MinutesPerDay)) / minutes);
            firstLine = firstLine == 0 ? line : firstLine;
            if (seen[index])
                Fault(line, "interval-twice", $"Channel {channel.Name} has this interval twice.");
            (seen[index], values[index]) = (true, value is { } number ? Rounded(EnergyOf(number)) : null);
        }
        var scale = values.Max(static value => value is { } number ? ScaleOf(number) : 0);
        return new IntervalDay(
            "", channel.Name, Epoch.PlusDays((int)day), minutes, OffsetMinutes, channel.Unit, scale,
            ImmutableCollectionsMarshal.AsImmutableArray(
                Array.ConvertAll(values, value => Digits(value, scale, firstLine))),
            Runs(values), 1, new SourceReference("usage", firstLine));
    }

    private decimal EnergyOf(decimal number) => channel.IsPower ? number * minutes / MinutesPerHour : number;

    private static LocalDate Epoch => new(1970, 1, 1);

    private long Digits(decimal? value, int scale, int line)
    {
        var digits = (value ?? 0m) * Power(scale);
        if (Math.Abs(digits) <= DigitsMax)
            return (long)digits;
        Fault(line, "number-invalid", "The value has more digits than can be counted.");
        return 0;
    }

    private static ImmutableArray<QualityRun> Runs(decimal?[] values)
    {
        var runs = ImmutableArray.CreateBuilder<QualityRun>();
        for (var first = 0; first < values.Length;)
        {
            var last = first;
            while (last + 1 < values.Length && values[last + 1] is null == values[first] is null)
                last++;
            var quality = values[first] is null ? ReadQuality.Missing : ReadQuality.Actual;
            runs.Add(new QualityRun(first + 1, last + 1, quality));
            first = last + 1;
        }
        return runs.ToImmutable();
    }

    private bool IsOnGrid(Instant start, int offset) =>
        start.ToUnixTimeTicks() % NodaConstants.TicksPerMinute == 0
        && (MinuteOf(start) + offset) % minutes == 0;

    private void Fault(int line, string rule, string detail)
    {
        if (_errors.Count < UnratableException.ErrorCountMax)
            _errors.Add(new RatingError(channel.Name, line, rule, detail));
    }

    // Numbers of a computation have more digits than any meter: the rest is less than a billionth of a unit.
    private static decimal Rounded(decimal number) => Math.Round(number, ScaleMax, MidpointRounding.ToEven);

    private static int ScaleOf(decimal number)
    {
        var scale = 0;
        while (scale < ScaleMax && number * Power(scale) != decimal.Truncate(number * Power(scale)))
            scale++;
        return scale;
    }

    private static decimal Power(int scale) => 1m / new decimal(1, 0, 0, false, (byte)scale);

    private static long MinuteOf(Instant instant) => instant.ToUnixTimeSeconds() / 60;

    private static long Floor(long minute) => (minute - (((minute % MinutesPerDay) + MinutesPerDay) % MinutesPerDay))
        / MinutesPerDay;
}
