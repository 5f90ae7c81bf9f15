using System.Globalization;
using System.Text.Json;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// The life of a subscription in short words: "2012-05-01 on 1 until 2012-09-01; 05-12 change year" and plans such as
/// "month 249.95, year 2399.95 per year arrear", a plan of several charges being "pro 99 + 25 item". Bills come back as
/// "first day..end amounts", one after the other.
/// </summary>
internal sealed class PublishedLife : IDisposable
{
    private readonly PublishedRate _rate = new();

    /// <summary>The bills that are not empty, each with its days and the amounts of its lines but zeros.</summary>
    public async Task<string> Bills(string plans, string life, string settings = "", string events = "")
    {
        var tariffs = plans.Split(", ").SelectMany(plan => new[] { "--tariff", TariffOf(plan.Split(' ')) });
        var usage = new List<string> { "--usage", _rate.File("life.json", LifeOf(life)) };
        if (events.Length > 0)
            usage.AddRange(["--usage", _rate.File("events.csv", EventsOf(events, life[..5]))]);
        var bills = await PublishedRate.Bills([.. tariffs, .. usage, .. Set(settings)]);
        return string.Join("; ", bills.EnumerateArray().Select(Short).Where(static bill => bill.Contains(' ')));
    }

    public void Dispose() => _rate.Dispose();

    private static string Short(JsonElement bill)
    {
        var amounts = bill.GetProperty("lines").EnumerateArray()
            .Select(static line => Number(line.GetProperty("amount").GetString()!))
            .Where(static amount => amount != 0m)
            .Select(static amount => amount.ToString("0.##", CultureInfo.InvariantCulture));
        var days = $"{bill.GetProperty("from").GetString()}..{bill.GetProperty("to").GetString()}";
        return string.Join(' ', amounts.Prepend(days));
    }

    // "name price [per unit] [every n] [arrear] [item] [block size at price free
    // units]", further charges behind a plus.
    private string TariffOf(string[] plan)
    {
        var charges = string.Join(' ', plan.Skip(1)).Split(" + ").Select(
            static (charge, index) => ChargeOf(charge.Split(' '), index == 0 ? "plan" : $"plan-{index + 1}"));
        return _rate.Tariff(string.Join(", ", charges), id: plan[0]);
    }

    private static string ChargeOf(string[] words, string code)
    {
        string After(string word, string otherwise) =>
            Array.IndexOf(words, word) is var at && at >= 0 ? words[at + 1] : otherwise;

        var item = words.Contains("item") ? """ "item": "piece", """ : "";
        var inAdvance = words.Contains("arrear") ? "false" : "true";
        var recurring = Charge("subscription", code, $$"""
            "per": "{{After("per", "month")}}", "every": {{After("every", "1")}}, "inAdvance": {{inAdvance}},
            {{item}} "price": { "kind": "flat", "price": {{words[0]}} }
            """);
        return !words.Contains("block") ? recurring : recurring + ", " + Use($$"""
            { "kind": "package", "size": {{After("block", "1")}}, "price": {{After("at", "1")}},
              "free": {{After("free", "0")}} }
            """);
    }

    // The year of the first day stands for all that tell none.
    private static string LifeOf(string life)
    {
        var parts = life.Split("; ");
        var head = parts[0].Split(' ');
        var members = new List<string> { $"\"start\": \"{head[0]}\"" };
        for (var i = 1; i + 1 < head.Length; i += 2)
        {
            members.Add(head[i] switch
            {
                "on" => $"\"billingDay\": {head[i + 1]}",
                "trial" => $"\"trialUntil\": \"{head[i + 1]}\"",
                "quantity" => $"\"quantity\": {head[i + 1]}",
                _ => $"\"{head[i]}\": \"{head[i + 1]}\"",
            });
        }
        var actions = parts.Skip(1).Select(action => ActionOf(action.Split(' '), head[0][..5]));
        return $$"""{ {{string.Join(", ", members)}}, "actions": [{{string.Join(", ", actions)}}] }""";
    }

    private static string ActionOf(string[] action, string year)
    {
        var what = action[1] switch
        {
            "change" => $"\"change\": \"{action[2]}\"",
            "quantity" => $"\"quantity\": {action[2]}",
            "day" => $"\"billingDay\": {action[2]}",
            var word => $"\"{word}\": true",
        };
        var at = action[^1] == "period-end" ? ", \"at\": \"period-end\"" : "";
        return $$"""{ "on": "{{DayOf(action[0], year)}}", {{what}}{{at}} }""";
    }

    private static string DayOf(string day, string year) => day.Length == 5 ? year + day : day;

    private static string EventsOf(string events, string year) => "id,time,name,quantity\n" + string.Concat(
        events.Split(", ").Select((one, index) =>
            $"{index},{DayOf(one.Split(' ')[0], year)}T00:00:00Z,use,{one.Split(' ')[1]}\n"));
}
