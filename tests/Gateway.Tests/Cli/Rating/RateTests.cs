using System.Globalization;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>What billing rate makes of files, end to end.</summary>
public sealed class RateTests : IDisposable
{
    private readonly RateCommand _command = new();

    [Fact]
    public async Task A_series_bills_each_month_and_the_total_of_all()
    {
        // January 744 kWh, February 672 kWh, of one kWh an hour: 6.20 + 148.80 = 155.00 and 6.20 + 134.40 = 140.60,
        // each with 5 %: 162.75 and 147.63.
        var series = Series(59 * 24, _ => "1");

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-01-01", "--interval", "60");

        Assert.Equal(0, code);
        Assert.Equal("USD", output.GetProperty("currency").GetString());
        Assert.Equal(["162.75", "147.63"], Bills(output, "total"));
        Assert.Equal(["7.75", "7.03"], Bills(output, "tax"));
        Assert.Equal(["2025-01-01", "2025-02-01"], Bills(output, "from"));
        Assert.Equal(["2025-02-01", "2025-03-01"], Bills(output, "to"));
        Assert.Equal("310.38", output.GetProperty("total").GetString());
        var line = output.GetProperty("bills")[0].GetProperty("lines")[1];
        Assert.Equal(
            [
                "code", "text", "quantity", "unit", "unitPrice", "amount", "exactAmount", "tier", "period",
                "tariffVersion",
            ],
            line.EnumerateObject().Select(member => member.Name));
        Assert.Equal("744", line.GetProperty("quantity").GetString());
        Assert.Equal("plain@1", line.GetProperty("tariffVersion").GetString());
    }

    [Fact]
    public async Task Named_columns_count_by_their_unit_and_direction()
    {
        var columns = _command.Write("columns.csv",
            "load Wh,pv export kWh\n" + string.Concat(Enumerable.Repeat("500,0.25\n", 24)));

        var (_, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/solar-export.json"),
            "--usage", columns, "--start", "2025-06-01", "--interval", "60");

        var lines = output.GetProperty("bills")[0].GetProperty("lines");
        Assert.Equal("12", lines[1].GetProperty("quantity").GetString());
        Assert.Equal("6", lines[2].GetProperty("quantity").GetString());
    }

    [Fact]
    public async Task A_column_that_says_nothing_is_refused()
    {
        var columns = _command.Write("columns.csv", "load,temperature\n1,20\n");

        await AssertProblem("usage-invalid", "channel-unknown",
            "--tariff", RateCommand.PlainTariff, "--usage", columns, "--start", "2025-06-01", "--interval", "60");
    }

    [Fact]
    public async Task A_value_that_is_missing_holds_the_bill()
    {
        var series = _command.Write("series.txt",
            string.Concat(Enumerable.Repeat("1\n", 12)) + "\n" + string.Concat(Enumerable.Repeat("1\n", 11)));

        await AssertProblem("not-ratable", "missing-intervals",
            "--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-06-01", "--interval", "60");
    }

    [Fact]
    public async Task Rows_of_the_hour_that_comes_twice_are_both_billed()
    {
        int[] hours = [0, 1, 2, 2, .. Enumerable.Range(3, 21)];
        var rows = _command.Write("rows.csv", "start,channel,value\n"
            + string.Concat(hours.Select((hour, i) => $"2025-10-26 {hour:D2}:00,E1,{i + 1}\n")));

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/home-flat.json"), "--usage", rows);

        Assert.Equal(0, code);
        // 1 + 2 + … + 25
        Assert.Equal("325", output.GetProperty("bills")[0].GetProperty("lines")[1].GetProperty("quantity").GetString());
    }

    [Theory]
    [InlineData("2025-03-30T02:30:00,E1,1", "time-skipped")]
    [InlineData("30.03.2025,E1,1", "time-invalid")]
    [InlineData("2025-03-30T01:00:00,,1", "field-missing")]
    [InlineData("2025-03-30T01:00:00,E1,1;5", "number-invalid")]
    [InlineData("2025-03-30T01:00:00,E1", "field-count")]
    [InlineData("2025-03-30T00:00:00,E1,7", "interval-twice")]
    public async Task A_row_that_is_wrong_is_named_with_its_line(string row, string rule)
    {
        var rows = _command.Write("rows.csv", $"start,channel,value\n2025-03-30T00:00:00,E1,1\n{row}\n");

        var errors = await AssertProblem("usage-invalid", rule,
            "--tariff", RateCommand.PlainTariff, "--usage", rows, "--zone", "Europe/Berlin", "--interval", "60");

        Assert.True(rule == "interval-twice" || errors[0].GetProperty("line").GetInt32() == 3);
    }

    [Fact]
    public async Task Rows_in_any_order_give_the_same_bill()
    {
        var rows = Enumerable.Range(0, 24).Select(hour => $"2025-06-01T{hour:D2}:00:00Z,E1,{hour + 1}\n").ToList();
        var forward = _command.Write("a.csv", "start,channel,value\n" + string.Concat(rows));
        rows.Reverse();
        var backward = _command.Write("b.csv", "start,channel,value\n" + string.Concat(rows));

        Assert.Equal(
            await RateCommand.Total("--tariff", RateCommand.PlainTariff, "--usage", forward),
            await RateCommand.Total("--tariff", RateCommand.PlainTariff, "--usage", backward));
    }

    [Fact]
    public async Task Month_after_month_with_the_state_gives_the_bills_of_all_at_once()
    {
        // What the sun gives in January beyond the use is used up later: the bank goes from bill to bill.
        var tariff = RateCommand.InRepository("samples/tariffs/net-metering.json");
        var series = _command.Write("solar.csv", "import kWh,export kWh\n" + string.Concat(
            Enumerable.Range(0, 90 * 24).Select(hour => hour < 31 * 24 ? "0.5,1.1\n" : "0.9,0.1\n")));
        string[] common = ["--tariff", tariff, "--usage", series, "--start", "2025-01-01", "--interval", "60"];

        var (_, whole) = await RateCommand.RunJson([.. common, "--to", "2025-04-01", "--from", "2025-01-01"]);
        var parts = new List<string>();
        string[] state = [];
        foreach (var (from, to) in new[] { ("01", "02"), ("02", "03"), ("03", "04") })
        {
            var file = _command.PathOf($"state-{to}.json");
            var (code, month) = await RateCommand.RunJson(
                [.. common, "--from", $"2025-{from}-01", "--to", $"2025-{to}-01", "--state-out", file, .. state]);
            Assert.True(code == 0, month.ToString());
            parts.Add(month.GetProperty("bills")[0].ToString());
            state = ["--state", file];
        }

        Assert.Equal(whole.GetProperty("bills").EnumerateArray().Select(bill => bill.ToString()), parts);
        var left = await File.ReadAllTextAsync(_command.PathOf("state-02.json"));
        Assert.Contains("\"charge\": \"net\"", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peak_of_the_year_before_lifts_the_demand_of_this_month()
    {
        var determinants = _command.Write("u.json", """
            {"periods":[{"from":"2025-01-01","to":"2025-02-01","quantities":{"energy":"1000"},
             "demand":{"demand":"100","excess":"100"}}]}
            """);
        var state = _command.Write("s.json", """
            {"peaks":[{"charge":"demand","period":{"from":"2024-07-01","to":"2024-08-01"},"quantity":"400"}]}
            """);
        string[] common =
        [
            "--tariff", RateCommand.InRepository("samples/tariffs/industrial-ratchet.json"), "--usage", determinants,
            "--set", "contract-demand=100", "--set", "power-factor=0.9",
        ];

        var (code, output) = await RateCommand.RunJson([.. common, "--state", state]);

        Assert.True(code == 0, output.ToString());
        var demand = output.GetProperty("bills")[0].GetProperty("lines").EnumerateArray()
            .First(line => line.GetProperty("code").GetString() == "demand");
        Assert.Equal("320", demand.GetProperty("quantity").GetString());
    }

    [Fact]
    public async Task A_setting_of_the_command_goes_over_that_of_the_tariff()
    {
        // Ten of thirty-one days of 6.20: by days 2.00.
        var series = Series(240, _ => "0");
        string[] common =
            ["--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-01-01", "--interval", "60"];

        Assert.Equal("2.10", await RateCommand.Total(common));
        Assert.NotEqual("2.10", await RateCommand.Total([.. common, "--set", "proration=whole"]));
    }

    [Fact]
    public async Task The_first_days_of_a_cycle_are_a_part_of_it()
    {
        var series = Series(240, _ => "0");

        var (_, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-01-15", "--interval", "60",
            "--cycle", "2025-01-15..2025-02-15", "--to", "2025-01-25");

        Assert.Equal(["2025-01-15"], Bills(output, "from"));
        Assert.Equal(["2025-01-25"], Bills(output, "to"));
        Assert.Equal(["2.00"], Bills(output, "subtotal"));
    }

    [Fact]
    public async Task Other_cultures_and_zones_of_the_machine_change_nothing()
    {
        var before = (CultureInfo.CurrentCulture, TimeZoneInfo.Local);
        var series = Series(24, hour => hour == 3 ? "1.5E-3" : "0.25");
        string[] arguments =
            ["--tariff", RateCommand.PlainTariff, "--usage", series, "--start", "2025-01-01", "--interval", "60"];
        var expected = await RateCommand.Run(arguments);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var table = await RateCommand.Run(arguments);
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var other = await RateCommand.Run(arguments);

            Assert.Equal(expected.Output, table.Output);
            Assert.Equal(expected.Output, other.Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before.CurrentCulture;
        }
    }

    [Fact]
    public async Task A_call_that_cannot_be_rated_holds_the_bill_unless_it_may_be_set_aside()
    {
        var calls = _command.Write("calls.csv", """
            id,start,seconds,from,to,direction,session,continuation
            1,2025-03-03T08:00:00+01:00,60,491701,49301,out,,
            1,2025-03-03T09:00:00+01:00,60,491701,49301,out,,
            """);
        string[] common = ["--tariff", RateCommand.InRepository("samples/tariffs/mobile.json"), "--usage", calls];

        await AssertProblem("not-ratable", "duplicate-record", common);
        var aside = await RateCommand.Run([.. common, "--set", "call-suspense=set-aside", "--json"]);

        Assert.Equal(2, aside.ExitCode);
        Assert.Contains("duplicate-record", aside.Errors, StringComparison.Ordinal);
        Assert.Contains("\"total\"", aside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tariff_that_is_wrong_is_named_with_its_path()
    {
        var usage = Series(24, _ => "1");
        string[] common = ["--usage", usage, "--start", "2025-01-01", "--interval", "60", "--tariff"];
        var plain = await File.ReadAllTextAsync(RateCommand.PlainTariff);
        var word = _command.Write("word.json", plain.Replace("\"month\"", "\"moon\"", StringComparison.Ordinal));
        var member = _command.Write("member.json", plain.Replace("\"id\"", "\"it\"", StringComparison.Ordinal));
        var setting = _command.Write("setting.json",
            plain.Replace("\"currency\"", "\"settings\":{\"luck\":\"good\"},\"currency\"", StringComparison.Ordinal));

        var errors = await AssertProblem("tariff-invalid", "unknown-word", [.. common, word]);
        Assert.Equal("versions/0/charges/0/per", errors[0].GetProperty("path").GetString());
        errors = await AssertProblem("tariff-invalid", "json-malformed", [.. common, member]);
        Assert.True(errors[0].GetProperty("line").GetInt32() > 0);
        errors = await AssertProblem("tariff-invalid", "unknown-setting", [.. common, setting]);
        Assert.Equal("settings/luck", errors[0].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("{\"peaks\":[{}]}")]
    [InlineData("{\"peeks\":[]}")]
    [InlineData("{\"banks\":[{\"charge\":\"a\",\"unit\":\"kWh\",\"quantity\":true,\"since\":\"2025-01-01\"}]}")]
    [InlineData("[]")]
    public async Task A_state_that_is_wrong_is_refused(string json)
    {
        var state = _command.Write("state.json", json);

        await AssertProblem("state-invalid", "json-malformed",
            "--tariff", RateCommand.PlainTariff, "--usage", Series(24, _ => "1"), "--start", "2025-01-01",
            "--interval", "60", "--state", state);
    }

    [Theory]
    [InlineData("--set", "no-such-setting=1")]
    [InlineData("--set", "proration=moon")]
    [InlineData("--set", "proration")]
    [InlineData("--zone", "Mars/Olympus")]
    [InlineData("--from", "01.02.2025")]
    [InlineData("--cycle", "weekly")]
    [InlineData("--cycle", "2025-02-01..2025-01-01")]
    [InlineData("--usage-format", "pdf")]
    [InlineData("--state", "/no/such/state.json")]
    [InlineData("--start", "tomorrow")]
    [InlineData("--from", "2025-03-01")]
    public async Task Options_that_make_no_sense_exit_4(string option, string value)
    {
        string[] arguments = ["--tariff", RateCommand.PlainTariff, "--usage", Series(24, _ => "1"), "--interval", "60"];
        string[] start = option == "--start" ? [] : ["--start", "2025-01-01"];

        var result = await RateCommand.Run([.. arguments, .. start, option, value]);

        Assert.Equal(4, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task Determinants_that_are_wrong_are_named_with_their_path()
    {
        var usage = _command.Write("u.json", """
            {"periods":[{"from":"2025-01-01","to":"2025-02-01","quantity":{},"quantities":{"energy":{"total":"x"}}}]}
            """);

        var errors = await AssertProblem(
            "usage-invalid", "member-unknown", "--tariff", RateCommand.PlainTariff, "--usage", usage);

        Assert.Equal(["periods/0/quantity", "periods/0/quantities/energy/total"],
            errors.Select(error => error.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_table_for_people_has_every_line_and_the_total()
    {
        var result = await RateCommand.Run(
            "--tariff", RateCommand.PlainTariff, "--usage", Series(31 * 24, _ => "1"), "--start", "2025-01-01",
            "--interval", "60");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, line => line.StartsWith("energy", StringComparison.Ordinal)
            && line.Contains("148.80", StringComparison.Ordinal));
        Assert.Equal("total 162.75 USD", result.Lines[^1]);
    }

    public void Dispose() => _command.Dispose();

    private string Series(int count, Func<int, string> value) =>
        _command.Write("series.txt", string.Concat(Enumerable.Range(0, count).Select(hour => value(hour) + "\n")));

    private static IEnumerable<string?> Bills(JsonElement output, string member) =>
        output.GetProperty("bills").EnumerateArray().Select(bill => bill.GetProperty(member).GetString());

    private static async Task<List<JsonElement>> AssertProblem(string code, string rule, params string[] arguments)
    {
        var (exitCode, problem) = await RateCommand.RunJson(arguments);
        Assert.Equal(3, exitCode);
        Assert.Equal("urn:billing:problem:" + code, problem.GetProperty("type").GetString());
        Assert.Equal(422, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Contains(errors, error => error.GetProperty("rule").GetString() == rule);
        return errors;
    }
}
