using System.Globalization;

namespace Formats.Tests.Tariffs;

/// <summary>
/// A second reading of a schedule, hour by hour, whose prices must also be the totals that its sheet prints; baseline
/// territory T, full base charge.
/// </summary>
internal sealed class PlainSchedule
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly LoadYear _year;

    public PlainSchedule(string text, LoadYear year)
    {
        _year = year;
        var table = "";
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
                table = line.Trim('[', ']');
            else if (line.Split(" = ") is [var key, var value])
                _values[$"{table}.{key}"] = value;
        }
    }

    /// <summary>Unrounded totals of the twelve months.</summary>
    public decimal[] Bills() => [.. Enumerable.Range(0, 12).Select(Bill)];

    private decimal Bill(int month)
    {
        var season = month is >= 5 and <= 8 ? "summer" : "winter";
        var (sum, used) = (0m, 0m);
        foreach (var (index, day, minute) in _year.IntervalsOf(month))
        {
            var energy = _year.Taken[index] / 1000m;
            used += energy;
            sum += energy * PriceOf(season, PeriodAt(day, minute / 60));
        }
        sum += LoadYear.DaysIn(month) * Number("base_services_charge.tier_3");
        if (_values[".has_baseline"] == "true")
            sum -= Number("baseline.credit") * decimal
                .Min(used, LoadYear.DaysIn(month) * Number($"baseline.quantities.basic.T.{season}"));
        return sum / 1.0000000000000000000000000000m;
    }

    // Three of the sheets print a total that is 0.00001 beside the sum of its components.
    private decimal PriceOf(string season, string period)
    {
        var components = _values.Keys.Where(key => key.StartsWith("adders.", StringComparison.Ordinal)
            || key.StartsWith($"energy.{season}.{period}.", StringComparison.Ordinal)).Sum(Number);
        Assert.True(Math.Abs(components - Number($"totals.{season}.{period}")) <= 0.00001m, $"{season} {period}");
        return components;
    }

    private string PeriodAt(DayOfWeek day, int hour)
    {
        foreach (var period in new[] { "peak", "part_peak" })
        {
            var isOut = day is DayOfWeek.Saturday or DayOfWeek.Sunday
                && _values.GetValueOrDefault($"periods.{period}_weekdays_only") == "true";
            var spans = _values.GetValueOrDefault($"periods.{period}", "").Replace("[", "", StringComparison.Ordinal)
                .Split("],");
            foreach (var span in spans.Select(span => span.Trim(']', ' ').Split(','))
                .Where(span => span.Length == 2 && !isOut))
            {
                if (hour >= int.Parse(span[0], CultureInfo.InvariantCulture)
                    && hour < int.Parse(span[1], CultureInfo.InvariantCulture))
                    return period;
            }
        }
        return "off_peak";
    }

    private decimal Number(string key) =>
        _values.TryGetValue(key, out var text) ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : 0m;
}
