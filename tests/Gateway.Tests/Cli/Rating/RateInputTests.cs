using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Files as strangers write them: other separators, quotes, capitals, numbers in the place of texts.</summary>
public sealed class RateInputTests : IDisposable
{
    private const string Seats = "samples/tariffs/team-seats.json";
    private readonly RateCommand _command = new();

    [Theory]
    [InlineData("import;export", "0.5;0.1")]
    [InlineData("import\texport", "0.5\t0.1")]
    [InlineData("\"import\",\"export\"", "\"0.5\",\"0.1\"")]
    [InlineData("importKWh,exportKWh", "0.5,0.1")]
    [InlineData("Import,EXPORT", "0.5,0.1000000000000000000000000000000001")]
    [InlineData("# a remark\nimport,export", "0.5,0.1")]
    public async Task Columns_of_a_series_are_told_apart(string header, string row)
    {
        var usage = _command.Write("columns.csv", $"{header}\n" + Repeat(row, 24));

        // Twelve kWh at 0.20 and a thirty-first of 6.20, with 5 %.
        Assert.Equal("2.73", await Plain(usage));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("0,5")]
    [InlineData("1-2")]
    public async Task A_first_value_that_is_wrong_is_no_header(string value)
    {
        var usage = _command.Write("series.txt", $"{value}\n" + Repeat("0.5", 24));

        await AssertProblem("usage-invalid", "--start", "2025-01-01", "--interval", "60", "--usage", usage);
    }

    // Twelve kWh in a day, as kWh of an hour, as power of an hour and as power of a quarter of an hour.
    [Theory]
    [InlineData("kWh", "0.5", 60)]
    [InlineData("load (kW)", "0.5", 60)]
    [InlineData("load_kw", "0.5", 15)]
    [InlineData("W", "500", 15)]
    [InlineData("kW,export", "0.5,9", 30)]
    public async Task Power_is_the_energy_of_its_interval(string header, string row, int minutes)
    {
        var usage = _command.Write("power.csv", $"{header}\n" + Repeat(row, 24 * 60 / minutes));

        Assert.Equal("2.73", await RateCommand.Total(
            "--tariff", RateCommand.PlainTariff, "--usage", usage, "--start", "2025-01-01", "--interval",
            minutes.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("usage-invalid", "channel-repeated", "kWh,demand kW", "0.5,0.5")]
    [InlineData("not-ratable", "unit-mismatch", "m3", "0.5")]
    [InlineData("not-ratable", "unit-mismatch", "Import [kVArh]", "0.5")]
    public async Task What_is_of_another_kind_is_not_taken_for_energy(
        string type, string rule, string header, string row)
    {
        var usage = _command.Write("other.csv", $"{header}\n" + Repeat(row, 24));

        var problem = await AssertProblem(type, "--start", "2025-01-01", "--interval", "60", "--usage", usage);

        Assert.Equal(rule, problem.GetProperty("errors")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_value_of_many_digits_is_a_value()
    {
        var usage = _command.Write("series.txt", "0.5000000000000000000000000000001\n" + Repeat("0.5", 23));

        Assert.Equal("2.73", await Plain(usage));
    }

    [Fact]
    public async Task A_series_in_two_bytes_a_letter_is_read()
    {
        var path = _command.PathOf("series.txt");
        await File.WriteAllTextAsync(path, Repeat("0.5", 24), Encoding.Unicode, TestContext.Current.CancellationToken);

        Assert.Equal("2.73", await Plain(path));
    }

    [Theory]
    [InlineData("start;channel;value", "{0};import;0.5")]
    [InlineData("Start\tChannel\tValue", "{0}\timport\t0.5")]
    [InlineData("\"start\";\"channel\";\"value\"", "\"{0}\";\"import\";\"0.5\"")]
    [InlineData("start,value", "{0},0.5")]
    [InlineData("start,import,export", "{0},0.5,0.25")]
    public async Task Rows_may_have_other_separators_or_channels_side_by_side(string header, string row)
    {
        var rows = Enumerable.Range(0, 24).Select(hour => string.Format(
            CultureInfo.InvariantCulture, row, $"2025-01-01T{hour:D2}:00:00"));
        var usage = _command.Write("rows.csv", $"{header}\r\n{string.Join("\r\n", rows)}");

        Assert.Equal("2.73", await Plain(usage));
    }

    [Fact]
    public async Task An_empty_file_is_told()
    {
        var problem = await AssertProblem("usage-invalid", "--usage", _command.Write("empty.csv", " \n"));

        Assert.Equal("line 1: The file is empty.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("""[{"from":"2025-01-01","to":"2025-02-01","quantities":{"energy":100}}]""")]
    [InlineData("""
        {"periods":[{"from":"2025-01-01","to":"2025-02-01","quantities":{"energy":100,"export":null},"demand":null}]}
        """)]
    public async Task Determinants_may_be_a_list_and_hold_nothing(string json)
    {
        // (100 × 0.20 + 6.20) × 1.05
        Assert.Equal("27.51", await Plain(_command.Write("determinants.json", json)));
    }

    [Theory]
    [InlineData("1\n", "--start", "9999-12-31", "--interval", "60")]
    [InlineData("""[{"from":"9999-12-01","to":"9999-12-31","quantities":{"energy":1}}]""")]
    public async Task Days_at_the_end_of_the_calendar_are_told(string text, params string[] options)
    {
        await AssertProblem("usage-invalid", [.. options, "--usage", _command.Write("usage.txt", text)]);
    }

    [Fact]
    public async Task A_quantity_that_is_nothing_is_missing()
    {
        var usage = _command.Write("determinants.json",
            """{"periods":[{"from":"2025-01-01","to":"2025-02-01","quantities":{"energy":{"total":null}}}]}""");

        await AssertProblem("not-ratable", "--usage", usage);
    }

    [Theory]
    [InlineData("id;start;seconds;to\n1;2025-03-03T10:00:00Z;61;12125550100\n")]
    [InlineData("ID,START,SECONDS,FROM,TO,DIRECTION,SESSION,CONTINUATION\n"
        + "1,2025-03-03T10:00:00Z,61,491701,12125550100,OUT,s,no\n")]
    public async Task Calls_may_leave_out_who_called(string csv)
    {
        var usage = _command.Write("calls.csv", csv);

        // 15.00 and two minutes of 0.90, with 19 %.
        Assert.Equal("19.99", await RateCommand.Total(
            "--tariff", RateCommand.InRepository("samples/tariffs/mobile.json"), "--usage", usage));
    }

    [Theory]
    [InlineData("{\n \"id\": 1, \"time\": \"2025-05-03T10:00:00Z\",\n \"name\": \"storage\", \"quantity\": 40 }")]
    [InlineData("""{"events":[{"id":1,"time":"2025-05-03T10:00:00Z","name":"storage","quantity":40}]}""")]
    [InlineData("Id;Time;Name;Quantity\n1;2025-05-03T10:00:00Z;storage;40\n")]
    public async Task Events_may_be_one_object_or_have_semicolons(string text)
    {
        var usage = _command.Write("events.txt", text);

        var (code, output) = await RateCommand.RunJson(
            "--tariff", RateCommand.InRepository("samples/tariffs/api-usage.json"), "--usage", usage);

        Assert.True(code == 0, output.ToString());
        Assert.Contains("\"36.774193548387\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_life_may_have_numbers_instants_and_no_end()
    {
        var strict = _command.Write("strict.json", """
            { "start": "2025-01-31T00:00:00", "billingDay": 31, "quantity": "3",
              "actions": [{ "on": "2025-02-10", "quantity": "5" }], "until": "2025-04-30" }
            """);
        var loose = _command.Write("loose.json", """
            { "start": "2025-01-31T00:00:00+01:00", "billingDay": 31, "quantity": 3,
              "actions": [{ "on": "2025-02-10", "quantity": 5.0 }] }
            """);
        string[] common = ["--tariff", RateCommand.InRepository(Seats), "--usage"];

        Assert.Equal(
            await RateCommand.Total([.. common, strict]),
            await RateCommand.Total([.. common, loose, "--to", "2025-04-30"]));
        var (code, problem) = await RateCommand.RunJson([.. common, loose]);
        Assert.Equal(3, code);
        Assert.Contains("no --to says", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_life_that_ends_before_it_starts_is_no_bill_of_zero()
    {
        var life = _command.Write("life.json", """{ "start": "2025-01-31", "until": "2025-01-30" }""");

        await AssertProblem("usage-invalid", "--usage", life);
    }

    [Fact]
    public async Task Bills_before_the_first_day_are_not_billed_again()
    {
        var life = _command.Write("life.json",
            """{ "start": "2025-01-31", "billingDay": 31, "until": "2025-06-01" }""");

        var (_, output) = await RateCommand.RunJson("--tariff", RateCommand.InRepository(Seats), "--usage", life,
            "--from", "2025-03-01", "--to", "2025-05-01");

        // 29.00 and one seat of 10.00 a month, in advance, with 19 %.
        Assert.Equal(["46.41", "46.41"],
            output.GetProperty("bills").EnumerateArray().Select(bill => bill.GetProperty("total").GetString()));
    }

    [Fact]
    public async Task A_tariff_may_begin_with_a_byte_order_mark()
    {
        var plain = await File.ReadAllTextAsync(RateCommand.PlainTariff, TestContext.Current.CancellationToken);
        var tariff = _command.Write("tariff.json", "\uFEFF" + plain);

        Assert.Equal("2.73", await RateCommand.Total("--tariff", tariff, "--usage",
            _command.Write("series.txt", Repeat("0.5", 24)), "--start", "2025-01-01", "--interval", "60"));
    }

    [Fact]
    public async Task What_a_document_misses_is_told_in_its_own_words()
    {
        var tariff = _command.Write("tariff.json", """{ "id": "x", "shade": 1 }""");

        var (_, problem) = await RateCommand.RunJson(
            "--tariff", tariff, "--usage", _command.Write("series.txt", "1\n"));

        Assert.DoesNotContain("BillingActors", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_are_billed_from_read_to_read()
    {
        var usage = _command.Write("reads.csv", """
            service_point,register,meter,unit,direction,read_on,value,quality,kind
            SP,1,M,kWh,import,2025-01-15,99870.5,actual,scheduled
            SP,1,M,kWh,import,2025-02-14,142.0,actual,scheduled
            SP,1,M,kWh,import,2025-03-15,242.0,actual,scheduled
            """);

        // 271.5 over the turn of the dials, then 100: × 0.20 + 6.20, × 1.05.
        var (code, output) = await RateCommand.RunJson("--tariff", RateCommand.PlainTariff, "--usage", usage);
        Assert.True(code == 0, output.ToString());
        Assert.Equal(["63.53", "27.51"],
            output.GetProperty("bills").EnumerateArray().Select(bill => bill.GetProperty("total").GetString()));
        // 371.5 × 40 × 0.20 and two months.
        Assert.Equal("3133.62", await RateCommand.Total(
            "--tariff", RateCommand.PlainTariff, "--usage", usage, "--multiplier", "40"));
        // On seven dials nothing turned over.
        Assert.Equal(3, (await RateCommand.Run(
            "--tariff", RateCommand.PlainTariff, "--usage", usage, "--dials", "7")).ExitCode);
    }

    [Fact]
    public async Task Reads_of_the_market_are_billed()
    {
        // 913.5 kWh over three months and a day, of which each has its fixed charge: 12-03 until 03-04.
        var (code, output) = await RateCommand.RunJson("--tariff", RateCommand.PlainTariff, "--usage",
            RateCommand.InRepository("samples/reads/shop-nem13.csv"), "--service-point", "SMPL000002");

        Assert.True(code == 0, output.ToString());
        Assert.Contains("\"913.5\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_of_a_charge_that_there_is_not_is_refused()
    {
        var life = _command.Write("life.json", """
            { "start": "2025-01-31", "until": "2025-03-31",
              "overrides": [{ "charge": "seat", "price": { "kind": "flat", "price": 1 } }] }
            """);

        var (code, problem) = await RateCommand.RunJson("--tariff", RateCommand.InRepository(Seats), "--usage", life);

        Assert.Equal(3, code);
        var error = problem.GetProperty("errors")[0];
        Assert.Equal("overrides/0/charge", error.GetProperty("path").GetString());
        Assert.Equal("unknown-charge", error.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Items_and_coupons_that_there_are_not_are_told()
    {
        var life = _command.Write("life.json", """
            { "start": "2025-01-31", "until": "2025-03-31",
              "actions": [
                { "on": "2025-02-03", "quantity": 2, "item": "chair" }, { "on": "2025-02-04", "coupon": "X" }] }
            """);

        var errors = (await RateCommand.Run("--tariff", RateCommand.InRepository(Seats), "--usage", life)).Errors;

        Assert.Contains("the item chair", errors, StringComparison.Ordinal);
        Assert.Contains("the coupon X", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_that_no_charge_looks_at_is_told()
    {
        var events = _command.Write("events.csv", "id,time,name\n1,2025-05-03T10:00:00Z,api-cal\n");
        var series = _command.Write("series.txt", Repeat("1", 24));
        string[] tariff = ["--tariff", RateCommand.InRepository("samples/tariffs/api-usage.json"), "--usage"];

        Assert.Contains("of the name api-cal", (await RateCommand.Run([.. tariff, events])).Errors,
            StringComparison.Ordinal);
        Assert.Contains("what was metered", (await RateCommand.Run(
            [.. tariff, series, "--start", "2025-05-01", "--interval", "60"])).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();

    private static string Repeat(string row, int count) => string.Concat(Enumerable.Repeat(row + "\n", count));

    private static Task<string> Plain(string usage) => RateCommand.Total(
        "--tariff", RateCommand.PlainTariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60");

    private static async Task<JsonElement> AssertProblem(string type, params string[] arguments)
    {
        var (code, problem) = await RateCommand.RunJson(["--tariff", RateCommand.PlainTariff, .. arguments]);
        Assert.True(code == 3, problem.ToString());
        Assert.Equal("urn:billing:problem:" + type, problem.GetProperty("type").GetString());
        return problem;
    }
}
