using System.Globalization;
using System.Text.Json;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Sessions of charging a car as the specification of OCPI works them out (github.com/ocpi/ocpi, mod_tariffs.asciidoc
/// and mod_cdrs.asciidoc), from records of what was taken, stood for and reserved.
/// </summary>
public sealed class ChargingSessionTests : IDisposable
{
    // "start" is a fee, "energy" is in Wh, all others are in seconds with a price for an hour.
    private const string Start = "start 0.50 v20";
    private const string Energy = "energy 0.25 v10";

    private readonly PublishedRate _rate = new();

    [Theory]
    // 0.25 a kWh; with a fee; at least 0.50; at most 10, of which taxes are not told here.
    [InlineData(Energy, "energy 20000", "5.00", "5.50")]
    [InlineData(Start + "; " + Energy, "start, energy 20000", "5.50", "6.10")]
    [InlineData("energy 0.25 v10 least 0.50", "energy 20000", "5.00", "5.50")]
    [InlineData("energy 0.25 v10 least 0.50", "energy 1000", "0.50", "0.55")]
    [InlineData(Start + "; " + Energy, "start, energy 30000", "8.00", "8.85")]
    // Standing for 40 minutes, by quarters of an hour at 2 an hour.
    [InlineData(Start + "; " + Energy + "; parking 2.00 v20 step 900", "start, energy 20000, parking 2400",
        "7.00", "7.90")]
    // Two and a half hours, by the minute and by five minutes; and 42 minutes more, by five minutes.
    [InlineData("charging 2.00 v10 step 60", "charging 9000", "5.00", "5.50")]
    [InlineData("charging 2.00 v0 step 60", "charging 9000", "5.00", "5.00")]
    [InlineData("charging 2.10 v0 step 60", "charging 9000", "5.25", "5.25")]
    [InlineData("charging 1.90 v52 step 300", "charging 9000", "4.75", "5.00")]
    [InlineData(
        "charging 3.00 v10 step 60; parking 5.00 v20 step 300", "charging 9000, parking 2520", "11.25", "12.75")]
    // 20.45 kWh by 100 Wh, by an announced price and the real one, and as its table has it by the Wh.
    [InlineData(Start + "; energy 0.25 v10 step 100", "start, energy 20450", "5.63", "6.24")]
    [InlineData(Start + "; energy 0.22 v10 step 100", "start, energy 20450", "5.01", "5.56")]
    [InlineData(Start + "; " + Energy, "start, energy 20450", "5.61", "6.22")]
    // A Monday morning; its taxes are rounded once. Its Saturday has 2.28 for 114 minutes at 1.25, which are 2.375.
    [InlineData("start 2.50 v15; charging 1.00 v20; parking 5.00 v10 step 300",
        "start, charging 9900, parking 2520", "9.00", "10.30")]
    // Reserved, by the minute, with a fee by five minutes, by ten minutes, and never used.
    [InlineData("reserved 5.00 v20 step 60; " + Start + "; " + Energy, "reserved 900, start, energy 20000",
        "6.75", "7.60")]
    [InlineData("reserved 5.00 v20 step 300 fee 2; " + Start + "; " + Energy, "reserved 780, start, energy 20000",
        "8.75", "10.00")]
    [InlineData("reserved 2.00 v20 step 600; " + Start + "; " + Energy, "reserved 1320, start, energy 20000",
        "6.50", "7.30")]
    [InlineData("reserved 2.00 v20 step 600 fee 4", "reserved 3600", "6.00", "7.20")]
    [InlineData("reserved 3.00 v20 step 600; " + Start + "; " + Energy, "reserved 1320, start, energy 20000",
        "7.00", "7.90")]
    [InlineData("reserved 6.00 v20 step 600", "reserved 5400", "9.00", "10.80")]
    // By power: 1 and 0.5 kWh below 16 kW, 40 kWh above 32 kW.
    [InlineData("slow 0.20 v0 energy; fast 0.50 v0 energy", "slow 1000, fast 40000, slow 500", "20.30", "20.30")]
    public async Task Sessions(string charges, string records, string net, string total)
    {
        var bills = await Rated(charges, records);

        Assert.Equal((Number(net), Number(total)), Sums(bills[0]));
    }

    // 116 Wh, by 25 Wh and by 500 Wh.
    [Theory]
    [InlineData("energy 0.25 v0 step 1", 116, "0.029")]
    [InlineData("energy 0.25 v0 step 25", 101, "0.03125")]
    [InlineData("energy 0.25 v0 step 25", 125, "0.03125")]
    [InlineData("energy 0.25 v0 step 500", 1, "0.125")]
    [InlineData("energy 0.25 v0 step 500", 500, "0.125")]
    public async Task Steps_of_energy(string charges, int wattHours, string exact) =>
        Assert.Equal(Number(exact), Exact(await Rated(charges, $"energy {wattHours}")));

    // mod_cdrs.asciidoc: 4.3 kWh until seven and 1.1 after it, by 500 Wh, are 5.5, of which 1.2 are late; mod_tariffs:
    // 21 minutes of charging and seven of standing, both by five minutes, are 21 and ten.
    [Theory]
    [InlineData("early 0.20 4300, late 0.27 1100", 500, "1184")]
    [InlineData("charging 0.05 21, standing 0.10 7", 5, "2.05")]
    [InlineData("charging 0.05 21", 5, "1.25")]
    public async Task Steps_of_a_session_of_several_records(string records, int step, string net)
    {
        var parts = records.Split(", ").Select(static one => one.Split(' ')).ToList();
        // Dear hours of one thing are hours of its calendar; another thing is another number.
        var isByHours = parts[0][0] == "early";
        string Rate(string[] words) => $$"""
            { {{(isByHours ? $"\"prefix\": \"\", \"period\": \"{words[0]}\"" : $"\"destination\": \"{words[0]}\"")}},
              "price": {{words[1]}}, "increment": {{step}} }
            """;
        var rates = string.Join(", ", parts.Select(Rate));
        var numbers = string.Join(", ", parts.Select(static (words, i) =>
            $$"""{ "name": "{{words[0]}}", "prefixes": ["{{i + 1}}"] }"""));
        var charge = Charge("calls", "session", $$"""
            "event": "session", "unit": "count", "rates": [{{rates}}],
            {{(isByHours ? "\"calendar\": \"hours\"" : $"\"destinations\": [{numbers}]")}}
            """);
        const string Calendar = """
            , "calendars": [{ "id": "hours",
                "rules": [{ "from": "00:00", "until": "19:00", "period": "early" }], "otherwise": "late" }]
            """;
        var lines = parts.Select((words, i) =>
            $"{i},session,2025-03-03T{18 + i}:30:00Z,{words[2]},{i + 1},s,{(i > 0 ? "true" : "false")}");
        var usage = _rate.File(
            "session.csv", "id,event,start,seconds,to,session,continuation\n" + string.Join('\n', lines) + "\n");

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, isByHours ? Calendar : "", currency: "EUR"), "--usage", usage,
            "--set", "call-increments=whole-call");

        Assert.Equal(Number(net), Sums(bills[0]).Net);
    }

    // A most with taxes, whatever they are: 13 and 20 % are 15.60, of which 12 are paid, and 10 without tax.
    [Theory]
    [InlineData("", "13", "15.60")]
    [InlineData("total-most=12", "10", "12")]
    [InlineData("total-least=18", "15", "18")]
    public async Task Most_of_a_session_with_its_taxes(string setting, string net, string total)
    {
        var usage = _rate.File("most.csv", "id,event,start,seconds,to\n1,energy,2025-03-03T09:00:00Z,50000,1\n");
        var tariff = _rate.Tariff(
            ChargeOf("energy 0.26 v20".Split(' ')), $", \"taxes\": [{Taxes(["v20"])}]", currency: "EUR");

        var bills = await Bills(["--tariff", tariff, "--usage", usage, .. Set(setting)]);

        Assert.Equal((Number(net), Number(total)), Sums(bills[0]));
    }

    // Minutes of standing that are free, or dearer from some hour on, over all stretches of a session, as records of
    // ocpi-tariffs-py have it (Hamza-nabil/ocpi-tariffs-py, tests/test_data/v2_1_1, 045kwh_start_parking_min_duration
    // and first_hour_kwh_free, read on 27 November 2026): 30 and 15 minutes, of which 30 are free; one hour, two and
    // one, of which the first is free. Charging between them moves no step of standing.
    [Theory]
    [InlineData("0 0 60, 1800 4 60", "2 1800, 2 900, 1 3600", "1")]
    [InlineData("0 0 60, 1800 4 60", "2 1800, 1 3600, 2 900", "1")]
    [InlineData("0 0 60, 3600 2 60, 10800 3 60", "2 3600, 2 7200, 2 3600", "7")]
    [InlineData("0 0 60, 3600 2 60, 10800 3 60", "1 939, 2 3600, 1 13461, 2 7200, 2 3600", "7")]
    public async Task Standing_over_several_stretches(string steps, string records, string net)
    {
        var standing = string.Join(", ", steps.Split(", ").Select(static step => step.Split(' ')).Select(static step =>
            $$"""{ "from": {{step[0]}}, "price": {{step[1]}}, "increment": {{step[2]}} }"""));
        var charge = Charge("calls", "session", $$"""
            "event": "call", "unit": "hour",
            "destinations": [{ "name": "charging", "prefixes": ["1"] }, { "name": "standing", "prefixes": ["2"] }],
            "rates": [{ "destination": "charging", "price": 0 },
              { "destination": "standing", "steps": [{{standing}}] }]
            """);
        var at = new DateTime(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);
        var lines = new List<string>();
        foreach (var record in records.Split(", ").Select(static record => record.Split(' ')))
        {
            var goesOn = lines.Count > 0 ? "true" : "false";
            var start = at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            lines.Add($"{lines.Count},{start}Z,{record[1]},{record[0]},s,{goesOn}");
            at = at.AddSeconds(double.Parse(record[1], null));
        }
        var usage = _rate.File(
            "standing.csv", "id,start,seconds,to,session,continuation\n" + string.Join('\n', lines) + "\n");

        var bills = await Bills(
            "--tariff", _rate.Tariff(charge, currency: "EUR"), "--usage", usage, "--set", "call-steps=destination");

        Assert.Equal(Number(net), Sums(bills[0]).Net);
    }

    // A fee and at most 10 for all of it: 50 kWh.
    [Fact]
    public async Task Most_of_a_session()
    {
        var most = Charge("maximum", "most", """ "per": "bill", "amount": 10 """);

        Assert.Equal(10m, Sums((await Rated("start 0.50 v0; energy 0.25 v0", "start, energy 50000", most))[0]).Net);
    }

    // From 16:55 charging for ten minutes, then standing for two; from 19:40 charging for twelve minutes, then standing
    // for twenty, of which those after eight o'clock are free.
    [Theory]
    [InlineData("charging 2025-03-03T16:55 600, parking 2025-03-03T17:05 120", "0.55")]
    [InlineData("charging 2025-03-03T19:40 720, parking 2025-03-03T19:52 1200", "0.73")]
    // mod_tariffs.asciidoc, step_size: 35 minutes by quarters of an hour are 45, of which 25 are before five o'clock,
    // where each price by itself has two quarters and one; and 31 minutes, of which 30 are.
    [InlineData("charging 2025-03-03T16:35 2100", "1.30", 900, "call-increments=whole-call")]
    [InlineData("charging 2025-03-03T16:35 2100", "1.20", 900)]
    [InlineData("charging 2025-03-03T16:30 1860", "1.20", 900, "call-increments=whole-call")]
    [InlineData("charging 2025-03-03T16:30 1860", "1.20", 900)]
    // The same sessions in records that are cut anywhere: steps are counted over all of them, once.
    [InlineData("charging 2025-03-03T16:35 1500, charging 2025-03-03T17:00 600", "1.30", 900,
        "call-increments=whole-call")]
    [InlineData("charging 2025-03-03T16:35 60, charging 2025-03-03T16:36 1740, charging 2025-03-03T17:05 300", "1.30",
        900, "call-increments=whole-call")]
    [InlineData("charging 2025-03-03T16:30 1800, charging 2025-03-03T17:00 60", "1.20", 900,
        "call-increments=whole-call")]
    public async Task Prices_that_change_in_a_session(string records, string net, int step = 1, string settings = "")
    {
        static string Calls(string name, string rates) => Charge("calls", name, $$"""
            "event": "{{name}}", "unit": "hour", "calendar": "hours", "rates": [{{rates}}]
            """);
        const string Calendar = """
            , "calendars": [{ "id": "hours", "rules": [
                { "from": "00:00", "until": "17:00", "period": "day" },
                { "from": "17:00", "until": "20:00", "period": "evening" }], "otherwise": "night" }]
            """;
        var tariff = _rate.Tariff(
            Calls("charging", $$"""
                { "prefix": "", "period": "day", "price": 1.20, "increment": {{step}} },
                { "prefix": "", "period": "evening", "price": 2.40, "increment": {{step}} },
                { "prefix": "", "period": "night", "price": 2.40, "increment": {{step}} }
                """)
            + ", "
            + Calls("parking", """
                { "prefix": "", "period": "day", "price": 1.00, "increment": 900 },
                { "prefix": "", "period": "evening", "price": 1.00, "increment": 900 },
                { "prefix": "", "period": "night", "price": 0, "increment": 900 }
                """),
            Calendar,
            currency: "EUR");
        var lines = records.Split(", ").Select((record, index) =>
        {
            var words = record.Split(' ');
            var goesOn = index > 0 && records.Split(", ")[index - 1].StartsWith(words[0], StringComparison.Ordinal);
            return $"{index},{words[0]},{words[1]}:00Z,{words[2]},1,s,{(goesOn ? "true" : "false")}";
        });

        var usage = _rate.File(
            "records.csv", "id,event,start,seconds,to,session,continuation\n" + string.Join('\n', lines) + "\n");
        var bills = await Bills(["--tariff", tariff, "--usage", usage, .. Set(settings)]);

        Assert.Equal(Number(net), Sums(bills[0]).Net);
    }

    public void Dispose() => _rate.Dispose();

    private async Task<JsonElement> Rated(string charges, string records, string more = "")
    {
        var all = string.Join(", ", charges.Split("; ").Select(static one => ChargeOf(one.Split(' '))));
        var named = charges.Split("; ").Select(static one => one.Split(' ')[2]).Distinct().ToArray();
        var used = named.Any(static category => category != "v0");
        var lines = records.Split(", ").Select(static (record, index) =>
        {
            var words = record.Split(' ');
            return $"{index},{words[0]},2025-03-03T{9 + index:00}:00:00Z,{words.ElementAtOrDefault(1) ?? "1"},1";
        });
        return await Bills(
            "--tariff",
            _rate.Tariff(
                more.Length == 0 ? all : $"{all}, {more}",
                used ? $", \"taxes\": [{Taxes(named)}]" : "",
                currency: "EUR"),
            "--usage", _rate.File("records.csv", "id,event,start,seconds,to\n" + string.Join('\n', lines) + "\n"),
            "--set", "tax-rounding=per-invoice");
    }

    private static string Taxes(IEnumerable<string> categories) => string.Join(", ", categories
        .Where(static category => category != "v0")
        .Select(static category => $$"""
            { "code": "{{category}}", "text": "V", "percent": {{(category == "v52" ? "5.2" : category[1..])}},
              "categories": ["{{category}}"] }
            """));

    private static string ChargeOf(string[] words)
    {
        string After(string word) => Array.IndexOf(words, word) is var at && at >= 0 ? words[at + 1] : "";

        var perWattHour = words[0] == "energy" || words.Contains("energy");
        var members = new List<string>();
        if (words[0] == "start")
            members.Add($"\"connect\": {words[1]}, \"price\": 0");
        else
            members.Add($"\"price\": {(perWattHour ? Number(words[1]) / 1000m : Number(words[1]))}");
        if (After("step") is { Length: > 0 } step)
            members.Add($"\"increment\": {step}");
        if (After("fee") is { Length: > 0 } fee)
            members.Add($"\"connect\": {fee}");
        if (After("least") is { Length: > 0 } least)
            members.Add($"\"least\": {least}");
        var unit = perWattHour || words[0] == "start" ? "count" : "hour";
        return Charge("calls", words[0], $$"""
            "event": "{{words[0]}}", "unit": "{{unit}}", "rates": [{ "prefix": "", {{string.Join(", ", members)}} }]
            """, words[2] == "v0" ? "none" : words[2]);
    }
}
