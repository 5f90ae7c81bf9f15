using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>The seasons of an entry: first and last month, from 0, which may wrap the year.</summary>
internal sealed class OpenSeasons
{
    private readonly string?[] _months = new string?[YearPlan.Months];

    public OpenSeasons(IEnumerable<(JsonElement Value, string Path)> seasons, ImportFindings findings)
    {
        foreach (var (value, path) in seasons)
        {
            var season = new OpenObject(value, path, findings, "id", "name", "from", "to");
            Add(season, season.Text("id"), season.Required("from"), season.Required("to"));
        }
    }

    /// <summary>Id of the season of a month, or null.</summary>
    public string? At(int month) => _months[month];

    /// <summary>Ids of all seasons, in the order of the year.</summary>
    public IReadOnlyList<string> Ids => [.. _months.OfType<string>().Distinct(StringComparer.Ordinal)];

    private void Add(OpenObject season, string id, decimal from, decimal to)
    {
        if (!IsMonth(from) || !IsMonth(to))
        {
            season.Findings.Refuse(season.Path, "months-invalid", "Months of a season are whole numbers from 0 to 11.");
            return;
        }
        var length = ((int)to - (int)from + YearPlan.Months) % YearPlan.Months;
        for (var step = 0; step <= length; step++)
        {
            var month = ((int)from + step) % YearPlan.Months;
            if (_months[month] is not null)
                season.Findings.Refuse(season.Path, "seasons-overlap", $"Month {month} has two seasons.");
            _months[month] = id;
        }
    }

    private static bool IsMonth(decimal number) => number is >= 0m and < YearPlan.Months
        && number == decimal.Floor(number);
}
