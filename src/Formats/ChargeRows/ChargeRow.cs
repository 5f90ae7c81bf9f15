using System.Globalization;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.ChargeRows;

/// <summary>One row: a price in some hours of some days of some months.</summary>
/// <param name="Path">The row in problems.</param>
/// <param name="Type">customer, energy, demand or export.</param>
/// <param name="Name">Rows of one name are one demand; empty: a demand of its own.</param>
/// <param name="Limit">Use from which the price counts.</param>
/// <param name="Price">The price.</param>
/// <param name="Unit">Unit of what is priced, such as "kWh", or the span of a fixed price, such as "month".</param>
internal sealed record ChargeRow(string Path, string Type, string Name, decimal Limit, decimal Price, string Unit)
{
    private const int MinutesPerHour = 60;

    private (int First, int Last) _months = (1, YearPlan.Months);
    private (int First, int Last) _days = (0, YearPlan.DaysOfWeek - 1);
    private (int From, int Until) _minutes = (0, YearPlan.MinutesPerDay);

    /// <summary>Reads a row; what is wrong with it is noted.</summary>
    public static ChargeRow Read(int number, Dictionary<string, string> cells, ImportFindings findings)
    {
        var path = $"row {number}";
        var units = cells.GetValueOrDefault("units", "").TrimStart('$').TrimStart('/');
        if (cells.GetValueOrDefault("assessed", "monthly") is not "monthly" and var assessed)
            findings.Refuse(
                $"{path}/assessed", "word-unknown", $"A charge that is assessed {assessed} cannot be billed.");
        return new ChargeRow(
            path,
            cells.GetValueOrDefault("type", ""),
            cells.GetValueOrDefault("name", cells.GetValueOrDefault("period", "")),
            Number("basic_charge_limit", "basic_charge_limit (imperial)") ?? 0m,
            Required("charge", "charge (imperial)"),
            units.ToLowerInvariant())
        {
            _months = ((int)(Number("month_start") ?? 1m), (int)(Number("month_end") ?? YearPlan.Months)),
            _days = ((int)(Number("weekday_start") ?? 0m), (int)(Number("weekday_end") ?? (YearPlan.DaysOfWeek - 1))),
            _minutes = (Minute("hour_start") ?? 0, Minute("hour_end") ?? YearPlan.MinutesPerDay),
        };

        int? Minute(string column) => Number(column) is { } hour ? (int)decimal.Round(hour * MinutesPerHour) : null;

        decimal Required(params ReadOnlySpan<string> columns)
        {
            if (Number(columns) is { } found)
                return found;
            findings.Refuse($"{path}/{columns[0]}", "required", "A row has a charge.");
            return 0m;
        }

        decimal? Number(params ReadOnlySpan<string> columns)
        {
            foreach (var column in columns)
            {
                if (!cells.TryGetValue(column, out var text))
                    continue;
                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var found))
                    return found;
                findings.Refuse($"{path}/{column}", "number-invalid", $"\"{text}\" is no number.");
            }
            return null;
        }
    }

    /// <summary>Claims its hours for a period; false where another row has some of them.</summary>
    public bool Claim(YearPlan plan, int period)
    {
        var isFree = true;
        for (var month = _months.First; month <= _months.Last; month++)
        {
            for (var day = _days.First; day <= _days.Last; day++)
                isFree &= plan.Claim((month - 1, day), _minutes.From, _minutes.Until, period);
        }
        return isFree;
    }

    /// <summary>Whether months, days and hours lie in the year.</summary>
    public bool IsInYear() => _months.First >= 1 && _months.Last <= YearPlan.Months
        && _days.First >= 0 && _days.Last < YearPlan.DaysOfWeek
        && _minutes.From >= 0 && _minutes.Until <= YearPlan.MinutesPerDay && _minutes.From < _minutes.Until;
}
