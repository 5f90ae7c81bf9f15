using System.IO.Compression;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Kinds of usage and of tariffs beyond the examples of the page.</summary>
public sealed class RateKindTests : IDisposable
{
    private readonly RateCommand _command = new();

    [Fact]
    public async Task Events_as_rows_and_as_objects_give_the_same_bill()
    {
        var tariff = RateCommand.InRepository("samples/tariffs/api-usage.json");
        var rows = _command.Write("rows.csv", """
            id,time,name,quantity,amount,region,size
            a,2025-05-02T09:00:00Z,compute,10,,eu,large
            b,2025-05-03 11:00,payment,,900,,
            """);
        var objects = _command.Write("objects.jsonl", """
            {"id":"a","time":"2025-05-02T09:00:00Z","name":"compute","quantity":"10","region":"eu","size":"large"}
            {"id":"b","time":"2025-05-03 11:00","name":"payment","amount":900}
            {"id":"b","time":"2025-05-03 11:00","name":"payment","amount":900}
            """);

        var (_, first) = await RateCommand.RunJson("--tariff", tariff, "--usage", rows);
        var (_, second) = await RateCommand.RunJson("--tariff", tariff, "--usage", objects);

        Assert.Equal(first.ToString(), second.ToString());
        // Ten hours of a large machine in Europe at 0.40.
        Assert.Contains(Lines(first), line => line.GetProperty("amount").GetString() == "4.00");
    }

    [Fact]
    public async Task Events_may_be_one_list_with_properties_apart_and_members_of_nothing()
    {
        var tariff = RateCommand.InRepository("samples/tariffs/api-usage.json");
        var lines = _command.Write("lines.jsonl", """
            {"id":"a","time":"2025-05-02T09:00:00Z","name":"compute","quantity":"10","region":"eu","size":"large"}
            """);
        var list = _command.Write("list.json", """

            [
              {
                "id": "a", "time": "2025-05-02T11:00:00+02:00", "name": "compute",
                "quantity": 1e1, "amount": null, "properties": { "region": "eu", "size": "large", "note": null }
              }
            ]
            """);

        var (_, first) = await RateCommand.RunJson("--tariff", tariff, "--usage", lines);
        var (_, second) = await RateCommand.RunJson("--tariff", tariff, "--usage", list);

        Assert.Equal(first.ToString(), second.ToString());
    }

    // 6 users and 80 of storage are in the second step; 150 messages are two begun hundreds; 3.2 GB are 4, one is free;
    // Anna is there for 16 of 31 days, Bert from the 1st to the 10th, which counts.
    [Fact]
    public async Task Blocks_capacities_and_members_are_rated()
    {
        var messages = Enumerable.Range(0, 150).Select(i => $"m{i},2025-01-05,message,,");
        var events = _command.Write("events.csv", string.Join('\n', [
            "id,time,name,quantity,user,operation",
            .. messages.Select(row => row + ","),
            "u1,2025-01-02,users,6,,",
            "u2,2025-01-03,storage,80,,",
            "t1,2025-01-04,transfer,3200000000,,",
            "a,2025-01-16,member,,anna,add",
            "b,2025-01-01,member,,bert,add",
            "c,2025-01-10,member,,bert,remove",
        ]));

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/cloud-blocks.json"), "--usage", events);

        Assert.Equal(0, code);
        Assert.Equal(
            ["plan 25.00", "messages 2.00", "transfer 0.24", "members 5.20"],
            Lines(output).Select(line => $"{line.GetProperty("code")} {line.GetProperty("amount")}"));
    }

    // A plan of 30 in advance and 0.50 for each use, billed when its month has ended.
    [Fact]
    public async Task The_life_of_a_subscription_is_rated_with_its_events()
    {
        var tariff = _command.Write("tariff.json", """
            { "id": "plan", "name": "Plan", "currency": "EUR", "zone": "UTC", "versions": [ { "number": 1,
              "validFrom": "2025-01-01", "taxes": [], "charges": [
              { "kind": "subscription", "code": "fee", "text": "Fee", "taxCategory": "none", "per": "month",
                "inAdvance": true, "price": { "kind": "flat", "price": "30" } },
              { "kind": "events", "code": "use", "text": "Use", "taxCategory": "none", "unit": "use",
                "event": "use", "aggregation": "sum", "price": { "kind": "flat", "price": "0.5" } } ] } ] }
            """);
        var life = _command.Write("life.json", """{ "start": "2025-01-01", "actions": [], "until": "2025-02-02" }""");
        var events = _command.Write("events.csv", "id,time,name,quantity\r\n1,2025-01-10,use,4\r\n");

        var (code, output) = await RateCommand.RunJson("--tariff", tariff, "--usage", life, "--usage", events);

        Assert.Equal(0, code);
        Assert.Equal(["30.00", "32.00"],
            output.GetProperty("bills").EnumerateArray().Select(bill => bill.GetProperty("total").GetString()));
    }

    [Fact]
    public async Task Two_lives_are_not_rated_at_once()
    {
        var life = _command.Write("life.json", """{ "start": "2025-01-01", "actions": [], "until": "2025-02-02" }""");

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/team-seats.json"), "--usage", life, "--usage", life);

        Assert.Equal(3, code);
        Assert.Equal("usage-mixed", output.GetProperty("errors")[0].GetProperty("rule").GetString());
    }

    // Two minutes are included for each subscriber, and what is left of a month may be used in the next.
    [Fact]
    public async Task Numbers_of_subscribers_do_not_enter_the_state_but_are_found_again()
    {
        var tariff = _command.Write("tariff.json", """
            { "id": "plan", "name": "Plan", "currency": "EUR", "zone": "UTC", "versions": [ { "number": 1,
              "validFrom": "2025-01-01", "taxes": [],
              "buckets": [ { "id": "free", "text": "Free", "unit": "minute", "quantity": "2", "per": "period",
                "perSubscriber": true, "rollover": { "spans": 1 } } ],
              "charges": [ { "kind": "calls", "code": "voice", "text": "Calls", "taxCategory": "none",
                "event": "call", "unit": "minute", "destinations": [ { "name": "all", "prefixes": [""] } ],
                "rates": [ { "destination": "all", "price": "0.6", "firstIncrement": 60, "increment": 60 } ] } ] } ] }
            """);
        var january = _command.Write("january.csv", """
            id,start,seconds,from,to,direction,subscriber,session
            a,2025-01-05T10:00:00Z,60,4917012345,4930,,,s1
            b,2025-01-06T10:00:00Z,60,4917012346,4930,outgoing,S-2,
            """);
        var february = _command.Write("february.csv", """
            id,start,seconds,from,to
            c,2025-02-05T10:00:00Z,180,4917012345,4930
            """);
        var state = _command.PathOf("state.json");

        string[] key = ["--state-key", "secret"];
        Assert.Equal("0.00", await RateCommand.Total(
            ["--tariff", tariff, "--usage", january, "--state-out", state, .. key]));
        var kept = await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("4917012345", kept, StringComparison.Ordinal);
        Assert.Contains("S-2", kept, StringComparison.Ordinal);

        Assert.Equal("0.00", await RateCommand.Total(
            ["--tariff", tariff, "--usage", february, "--state", state, .. key]));
        // Under another key the minute that was left is not found.
        Assert.Equal("0.60", await RateCommand.Total(
            ["--tariff", tariff, "--usage", february, "--state", state, "--state-key", "other"]));
    }

    [Fact]
    public async Task An_event_that_is_wrong_is_named_with_its_line()
    {
        var events = _command.Write("objects.jsonl", """
            {"id":"a","time":"2025-05-02T09:00:00Z","name":"compute","quantity":"10"}
            {"id":"b","time":"soon","name":"compute","quantity":"ten"}
            {"id":"c",
            """);

        var (code, problem) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/api-usage.json"), "--usage", events);

        Assert.Equal(3, code);
        Assert.Equal(
            [(2, "time-invalid"), (2, "number-invalid"), (3, "json-malformed")],
            problem.GetProperty("errors").EnumerateArray()
                .Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("rule").GetString())));
    }

    [Fact]
    public async Task A_subscription_bill_after_bill_gives_the_bills_of_its_whole_life()
    {
        string[] common =
        [
            "--tariff", RateCommand.InRepository("samples/tariffs/team-seats.json"),
            "--usage", RateCommand.InRepository("samples/rate/life.json"),
        ];
        var (_, whole) = await RateCommand.RunJson(common);
        var parts = new List<string>();
        string[] state = [];
        foreach (var to in new[] { "2025-02-01", "2025-02-15", "2025-03-01", "2025-05-01" })
        {
            var file = _command.PathOf($"{to}.json");
            var (code, part) = await RateCommand.RunJson([.. common, "--to", to, "--state-out", file, .. state]);
            Assert.True(code == 0, part.ToString());
            parts.AddRange(part.GetProperty("bills").EnumerateArray().Select(bill => bill.ToString()));
            state = ["--state", file];
        }

        Assert.True(parts.Count >= 3, $"{parts.Count} bills");
        Assert.Equal(whole.GetProperty("bills").EnumerateArray().Select(bill => bill.ToString()), parts);
    }

    [Fact]
    public async Task A_change_to_a_tariff_that_is_not_given_is_refused()
    {
        var life = _command.Write("life.json", """
            {"start":"2025-01-01","actions":[{"on":"2025-02-01","change":"team-plus"}],"until":"2025-04-01"}
            """);

        var (code, problem) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/team-seats.json"), "--usage", life);

        Assert.Equal(3, code);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(),
            error => error.GetProperty("rule").GetString() == "unknown-tariff");
    }

    [Fact]
    public async Task A_published_rate_bills_what_was_taken_where_nothing_was_fed_in()
    {
        // The rate pays for what is fed in; a series of load has none of it. 24 kWh of a Sunday are all off peak:
        // 24 × (0.131 + 0.0175) = 3.564; of 9.80 a month one thirtieth.
        var series = _command.Write("load.txt", string.Concat(Enumerable.Repeat("1\n", 24)));

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/urdb/solar.json"),
            "--usage", series, "--start", "2025-06-01", "--interval", "60");

        Assert.True(code == 0, output.ToString());
        Assert.Equal(["0.33", "3.56"], Lines(output).Select(line => line.GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task A_published_rate_that_is_wrong_is_refused_with_its_path()
    {
        var rate = _command.Write("rate.json", """
            {"label":"x","name":"X","energyratestructure":[[{"rate":"much"}]],
             "energyweekdayschedule":[],"energyweekendschedule":[]}
            """);
        var series = _command.Write("load.txt", "1\n");

        var (code, problem) = await RateCommand.RunJson(
            "--tariff", rate, "--usage", series, "--start", "2025-06-01", "--interval", "60");

        Assert.Equal(3, code);
        Assert.Equal("urn:billing:problem:tariff-invalid", problem.GetProperty("type").GetString());
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error =>
            error.GetProperty("path").GetString()!.StartsWith("energyratestructure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_load_without_a_unit_is_energy_even_where_reactive_energy_is_priced_first()
    {
        var plain = await File.ReadAllTextAsync(RateCommand.PlainTariff);
        var tariff = _command.Write("reactive.json", plain.Replace("\"charges\": [", """
            "charges": [
              { "kind": "usage", "code": "reactive", "text": "Reactive", "taxCategory": "none", "direction": "import",
                "unit": "kVArh", "price": { "kind": "flat", "price": "0.02" } },
            """, StringComparison.Ordinal));
        var columns = _command.Write("columns.csv",
            "load,reactive kVArh\n" + string.Concat(Enumerable.Repeat("1,0.5\n", 24)));

        var (code, output) = await RateCommand.RunJson(
            "--tariff", tariff, "--usage", columns, "--start", "2025-06-01", "--interval", "60");

        Assert.True(code == 0, output.ToString());
        // Twelve kVArh at 0.02, a thirtieth of 6.20, 24 kWh at 0.20.
        Assert.Equal(["0.24", "0.21", "4.80"], Lines(output).Select(line => line.GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task A_meter_data_file_may_be_compressed()
    {
        var plain = RateCommand.InRepository("samples/reads/house-nem12.csv");
        var packed = _command.PathOf("house.csv.gz");
        await using (var target = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
            await target.WriteAsync(await File.ReadAllBytesAsync(plain));
        string[] common = ["--tariff", RateCommand.PlainTariff, "--zone", "Australia/Brisbane", "--usage"];

        Assert.Equal(await RateCommand.Total([.. common, plain]), await RateCommand.Total([.. common, packed]));
    }

    [Fact]
    public async Task Of_several_metering_points_one_must_be_named()
    {
        var text = await File.ReadAllTextAsync(RateCommand.InRepository("samples/reads/house-nem12.csv"));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var other = lines[1..^1].Select(line => line.Replace("SMPL000001", "SMPL000009", StringComparison.Ordinal));
        var both = _command.Write("both.csv", string.Join('\n', [.. lines[..^1], .. other, lines[^1]]) + "\n");
        string[] common = ["--tariff", RateCommand.PlainTariff, "--zone", "Australia/Brisbane", "--usage", both];

        var (code, problem) = await RateCommand.RunJson(common);

        Assert.Equal(3, code);
        Assert.Contains("SMPL000001, SMPL000009", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal("4.64", await RateCommand.Total([.. common, "--service-point", "SMPL000009"]));
    }

    [Fact]
    public async Task What_does_not_fill_a_day_is_told()
    {
        var series = _command.Write("load.txt", string.Concat(Enumerable.Repeat("1\n", 30)));

        var result = await RateCommand.Run(
            "--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-06-01T20:00:00Z",
            "--interval", "60", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"from\":\"2025-06-02\",\"to\":\"2025-06-03\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("the rest is not billed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_kind_is_refused()
    {
        var letter = _command.Write("letter.txt", "Dear customer,\nyour bill is enclosed.\n");

        var (code, problem) = await RateCommand.RunJson("--tariff", RateCommand.PlainTariff, "--usage", letter);

        Assert.Equal(3, code);
        Assert.Contains("usage-unknown", problem.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();

    private static IEnumerable<JsonElement> Lines(JsonElement output) => output.GetProperty("bills").EnumerateArray()
        .SelectMany(bill => bill.GetProperty("lines").EnumerateArray());
}
