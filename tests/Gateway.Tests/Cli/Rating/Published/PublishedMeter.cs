using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Bills of metered use in short words: charges such as "month 19.50; kgal 3:7.05 :6.55; kW 50:4.86 :8.86", where
/// "3:7.05 :6.55" are 3 at the first price and the rest at the second; or charges as JSON. A code and a tax category
/// may follow, such as "kWh/energy/duty :0.10". Limits of "kWh-day" are for each day; "percent 5 of a,b" is one of
/// charges before.
/// </summary>
internal sealed class PublishedMeter : IDisposable
{
    private readonly PublishedRate _rate = new();

    /// <summary>What a month comes to by the charges for a quantity, and a demand where there is one.</summary>
    public async Task<decimal> Month(
        string charges, decimal quantity, decimal? demand = null, string settings = "", string taxes = "")
    {
        var peak = demand is { } kW
            ? string.Create(CultureInfo.InvariantCulture, $$""", "demand": { "demand": { "max": {{kW}} } }""")
            : "";
        var import = string.Create(CultureInfo.InvariantCulture, $$"""{ "import": { "total": {{quantity}} } }""");
        return await Bill("2025-01-01..2025-02-01", charges, import + peak, settings, taxes);
    }

    /// <summary>
    /// What some days come to; the quantities are JSON, and demands may follow. Settings may begin with a currency.
    /// </summary>
    public async Task<decimal> Bill(
        string days, string charges, string quantities, string settings = "", string taxes = "")
    {
        var (from, to) = (days[..10], days[12..]);
        var members = taxes.Length == 0 ? "" : $", \"taxes\": [{taxes}]";
        var (currency, set) = settings.Length >= 3 && char.IsUpper(settings[0])
            ? (settings[..3], settings[3..])
            : ("USD", settings);
        var usage = $$"""{ "periods": [{ "from": "{{from}}", "to": "{{to}}", "quantities": {{quantities}} }] }""";
        var bills = await Bills(
        [
            "--tariff", _rate.Tariff(string.Join(", ", Charges(charges)), members, currency: currency),
            "--usage", _rate.File("usage.json", usage), "--cycle", days, .. Set(set),
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

    /// <summary>Each of some charges as JSON.</summary>
    public static IEnumerable<string> Charges(string charges) => charges.Split("; ").Select(static one =>
    {
        if (one[0] == '{')
            return one;
        var at = one.IndexOf(' ', StringComparison.Ordinal);
        var (names, rest) = (one[..at].Split('/'), one[(at + 1)..]);
        var code = names.ElementAtOrDefault(1) ?? Code(names[0]);
        var category = names.ElementAtOrDefault(2) ?? "none";
        return names[0] switch
        {
            "month" or "day" => Charge("fixed", code, $$""" "per": "{{names[0]}}", "price": {{rest}} """, category),
            "percent" => Charge("percentage", code, PercentOf(rest.Split(" of ")), category),
            "least" => Charge("minimum", code, $$""" "per": "month", "amount": {{rest}} """, category),
            "kW" => Charge("demand", code, $$"""
                "direction": "import", "unit": "kW", "windowMinutes": 15, "price": {{PriceOf(rest)}}
                """, category),
            var unit => Charge("usage", code, $$"""
                "direction": "import", "unit": "{{unit.Split('-')[0]}}",
                "price": {{PriceOf(rest, unit.EndsWith("-day", StringComparison.Ordinal) ? "day" : "month")}}
                """, category),
        };
    });

    private static string Code(string kind) => kind switch
    {
        "month" or "day" or "least" or "percent" => kind,
        "kW" => "demand",
        _ => "use",
    };

    private static string PercentOf(string[] words) => words.Length == 1
        ? $$""" "percent": {{words[0]}} """
        : $$""" "percent": {{words[0]}}, "of": ["{{words[1].Replace(",", "\", \"", StringComparison.Ordinal)}}"] """;

    /// <summary>A flat price, or steps of which the last has no limit.</summary>
    public static string PriceOf(string steps, string per = "month") => steps[0] == ':'
        ? $$"""{ "kind": "flat", "price": {{steps[1..]}} }"""
        : $$"""
            { "kind": "tiers", "per": "{{per}}", "steps": [{{string.Join(", ", steps.Split(' ').Select(StepOf))}}] }
            """;

    private static string StepOf(string step)
    {
        var at = step.IndexOf(':', StringComparison.Ordinal);
        var limit = at == 0 ? "" : $"\"upTo\": {step[..at]}, ";
        return $$"""{ {{limit}}"price": {{step[(at + 1)..]}} }""";
    }
}
