using System.Globalization;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Writes a published case as the files a stranger would write, and rates them with billing rate.</summary>
internal sealed class PublishedRate : IDisposable
{
    private readonly RateCommand _command = new();

    /// <summary>A charge of any kind.</summary>
    public static string Charge(string kind, string code, string members, string category = "none") => $$"""
        { "kind": "{{kind}}", "code": "{{code}}", "text": "{{code}}", "taxCategory": "{{category}}", {{members}} }
        """;

    /// <summary>A charge for the values of the events "use".</summary>
    public static string Use(string price, string members = "") => Charge(
        "events", "use", $$""" "unit": "u", "aggregation": "sum", "event": "use", "price": {{price}} {{members}} """);

    /// <summary>
    /// A price in steps such as "10:15+2 :5/100": ten at 15 with a fee of 2, the rest at 5 for each begun hundred.
    /// </summary>
    public static string Stepped(string kind, string steps) =>
        $$"""{ "kind": "{{kind}}", "steps": [{{string.Join(", ", steps.Split(' ').Select(StepOf))}}] }""";

    /// <summary>Events with a value each, a day apart from the second of January 2025 on.</summary>
    public static string Events(string values, string field = "quantity") => $"id,time,name,{field}\n" + string.Concat(
        values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((value, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{index},2025-01-{index + 2:00}T10:00:00Z,use,{value}\n")));

    public string Tariff(string charges, string members = "", string id = "t", string currency = "USD") =>
        _command.Write($"{id}.json", $$"""
        { "id": "{{id}}", "name": "{{id}}", "currency": "{{currency}}",
          "versions": [{ "number": 1, "validFrom": "2000-01-01", "charges": [{{charges}}] {{members}} }] }
        """);

    public string File(string name, string text) => _command.Write(name, text);

    public string PathOf(string name) => _command.PathOf(name);

    /// <summary>What January 2025 costs by the charges for the values.</summary>
    public async Task<decimal> January(string charges, string values, params string[] more) => Number(
        await RateCommand.Total(
        [
            "--tariff", Tariff(charges), "--usage", File("events.csv", Events(values)),
            "--from", "2025-01-01", "--to", "2025-02-01", .. more,
        ]));

    /// <summary>The bills of the files, as JSON.</summary>
    public static async Task<JsonElement> Bills(params string[] arguments)
    {
        var (code, output) = await RateCommand.RunJson(arguments);
        Assert.True(code == 0, output.ToString());
        return output.GetProperty("bills");
    }

    /// <summary>What a bill comes to before tax, and what it comes to.</summary>
    public static (decimal Net, decimal Total) Sums(JsonElement bill) =>
        (Number(bill.GetProperty("subtotal").GetString()!), Number(bill.GetProperty("total").GetString()!));

    /// <summary>The exact amounts of the lines of all bills.</summary>
    public static decimal Exact(JsonElement bills) => bills.EnumerateArray()
        .SelectMany(static bill => bill.GetProperty("lines").EnumerateArray())
        .Sum(static line => Number(line.GetProperty("exactAmount").GetString()!));

    public static string[] Set(string settings) =>
        [.. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(static one => new[] { "--set", one })];

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose() => _command.Dispose();

    private static string StepOf(string step)
    {
        var (limit, rest) = (step.Split(':')[0], step.Split(':')[1]);
        string Member(char sign, string name) =>
            rest.Split(sign) is [_, var value] ? $", \"{name}\": {value}" : "";

        var upTo = limit.Length == 0 ? "" : $", \"upTo\": {limit}";
        return $$"""{ "price": {{rest.Split('+', '/')[0]}}{{upTo}}{{Member('+', "fee")}}{{Member('/', "size")}} }""";
    }
}
