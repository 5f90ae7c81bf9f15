using System.Globalization;

namespace Formats.Tests.Tariffs;

/// <summary>A second reading of the electric rows of a file with one row per charge; no cell in it is quoted.</summary>
internal sealed class PlainChargeRows
{
    private readonly List<Dictionary<string, string>> _rows = [];
    private readonly LoadYear _year;

    public PlainChargeRows(string path, LoadYear year)
    {
        _year = year;
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        foreach (var line in lines.Skip(1))
        {
            var row = header.Zip(line.Split(','))
                .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
            if (row["utility"] == "electric")
                _rows.Add(row);
        }
    }

    /// <summary>The totals of the twelve months, in cents; energy of one price is one line.</summary>
    public long[] Bills(bool withExport) =>
        [.. Enumerable.Range(0, 12).Select(month => (long)(Bill(month, withExport) * 100m))];

    private decimal Bill(int month, bool withExport)
    {
        var sum = Of("customer").Sum(static row => Cents(Charge(row)));
        foreach (var demand in Of("demand")
            .Select((row, index) => (row, Name: row.GetValueOrDefault("name", $"{index}")))
            .GroupBy(named => named.Name))
        {
            var highest = demand.SelectMany(named => Hours(named.row, month)).Select(index => _year.Taken[index])
                .DefaultIfEmpty(0).Max();
            sum += Cents(_year.Demand(highest) * Charge(demand.First().row));
        }
        sum += Energy("energy", month, _year.Taken);
        return withExport ? sum - Energy("export", month, _year.FedIn) : sum;
    }

    private decimal Energy(string type, int month, IReadOnlyList<long> energy) => Of(type).GroupBy(Charge)
        .Sum(same => Cents(same.Key * same.SelectMany(row => Hours(row, month)).Sum(index => energy[index]) / 1000m));

    private IEnumerable<int> Hours(Dictionary<string, string> row, int month)
    {
        var (firstMonth, lastMonth) = (Number(row["month_start"]), Number(row["month_end"]));
        if (month + 1 < firstMonth || month + 1 > lastMonth)
            yield break;
        foreach (var (index, day, minute) in _year.IntervalsOf(month))
        {
            var weekday = ((int)day + 6) % 7;
            if (weekday >= Number(row["weekday_start"]) && weekday <= Number(row["weekday_end"])
                && minute >= Number(row["hour_start"]) * 60m && minute < Number(row["hour_end"]) * 60m)
            {
                yield return index;
            }
        }
    }

    private IEnumerable<Dictionary<string, string>> Of(string type) => _rows.Where(row => row["type"] == type);

    private static decimal Charge(Dictionary<string, string> row) =>
        Number(row.TryGetValue("charge", out var charge) ? charge : row["charge (imperial)"]);

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
