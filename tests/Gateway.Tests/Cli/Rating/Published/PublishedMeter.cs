using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of metered use in short words: charges such as "month 19.50; kgal 3:7.05 :6.55; kW 50:4.86 :8.86", where
/// "3:7.05 :6.55" are 3 at the first price and the rest at the second; or charges as JSON. A code and a tax category
/// may follow, such as "kWh/energy/duty :0.10".
/// </summary>
internal sealed class PublishedMeter : IDisposable
{
    private readonly PublishedRate _rate = new();

    /// <summary>What a month comes to by the charges for a quantity, and a demand where there is one.</summary>
    public async Task<decimal> Month(
        string charges, decimal quantity, decimal? demand = null, string settings = "", string taxes = "")
    {
        var members = taxes.Length == 0 ? "" : $", \"taxes\": [{taxes}]";
        var peak = demand is { } kW
            ? string.Create(CultureInfo.InvariantCulture, $$""", "demand": { "demand": { "max": {{kW}} } }""")
            : "";
        var usage = string.Create(CultureInfo.InvariantCulture, $$"""
            { "periods": [{ "from": "2025-01-01", "to": "2025-02-01",
              "quantities": { "import": { "total": {{quantity}} } }{{peak}} }] }
            """);
        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(ChargesOf(charges), members), "--usage", _rate.File("usage.json", usage),
            .. Set(settings),
        ]);
        return Sums(bills[0]).Total;
    }

    /// <summary>The totals of the bills of a year of hours.</summary>
    public async Task<decimal[]> Year(string tariff, int year, IEnumerable<decimal> hours, string settings = "")
    {
        var values = string.Join('\n', hours.Select(static hour => hour.ToString(CultureInfo.InvariantCulture)));
        var bills = await Bills(
        [
            "--tariff", _rate.File("tariff.json", tariff), "--usage", _rate.File("hours.txt", values),
            "--start", $"{year}-01-01", "--interval", "60", .. Set(settings),
        ]);
        return [.. bills.EnumerateArray().Select(static bill => Sums(bill).Total)];
    }

    public void Dispose() => _rate.Dispose();

    private static string ChargesOf(string charges) => string.Join(", ", charges.Split("; ").Select(static one =>
    {
        if (one[0] == '{')
            return one;
        var at = one.IndexOf(' ', StringComparison.Ordinal);
        var (names, rest) = (one[..at].Split('/'), one[(at + 1)..]);
        var code = names.ElementAtOrDefault(1) ?? Code(names[0]);
        var category = names.ElementAtOrDefault(2) ?? "none";
        return names[0] switch
        {
            "month" => Charge("fixed", code, $$""" "per": "month", "price": {{rest}} """, category),
            "least" => Charge("minimum", code, $$""" "per": "month", "amount": {{rest}} """, category),
            "kW" => Charge("demand", code, $$"""
                "direction": "import", "unit": "kW", "windowMinutes": 15, "price": {{PriceOf(rest)}}
                """, category),
            var unit => Charge("usage", code, $$"""
                "direction": "import", "unit": "{{unit}}", "price": {{PriceOf(rest)}}
                """, category),
        };
    }));

    private static string Code(string kind) => kind is "month" or "least" ? kind : kind == "kW" ? "demand" : "use";

    /// <summary>A flat price, or steps of which the last has no limit.</summary>
    public static string PriceOf(string steps) => steps[0] == ':'
        ? $$"""{ "kind": "flat", "price": {{steps[1..]}} }"""
        : $$"""
            { "kind": "tiers", "per": "month", "steps": [{{string.Join(", ", steps.Split(' ').Select(StepOf))}}] }
            """;

    private static string StepOf(string step)
    {
        var at = step.IndexOf(':', StringComparison.Ordinal);
        var limit = at == 0 ? "" : $"\"upTo\": {step[..at]}, ";
        return $$"""{ {{limit}}"price": {{step[(at + 1)..]}} }""";
    }
}
