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
