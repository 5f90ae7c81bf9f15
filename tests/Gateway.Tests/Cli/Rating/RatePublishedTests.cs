using System.Globalization;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Published rates with the loads that analysts have.</summary>
public sealed class RatePublishedTests : IDisposable
{
    private readonly RateCommand _command = new();

    [Fact]
    public async Task A_year_of_prices_is_taken_for_the_hours_of_the_usage()
    {
        // Hour h of the year costs h / 100; 1 kWh an hour is taken on the first day, 0.1 fed in on the second.
        var prices = string.Join(',', Enumerable.Range(0, 8760).Select(
            static hour => (hour / 100m).ToString(CultureInfo.InvariantCulture)));
        var tariff = _command.Write("tariff.json", $$"""{ "items": [{ "realtimepricing": [{{prices}}] }] }""");
        var usage = _command.Write("usage.csv", "import,export\n"
            + string.Join('\n', Enumerable.Range(0, 48).Select(static hour => hour < 24 ? "1,0" : "0,0.1")));

        var total = await RateCommand.Total(
            "--tariff", tariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60",
            "--zone", "America/Denver", "--set", "generation=money-bank");
        var paid = await RateCommand.Total(
            "--tariff", tariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60",
            "--set", "generation=feed-in", "--set", "feed-in-price=0.10");

        // 2.76 for the first day; 0.1 × 8.52 for the second, or 2.4 kWh at 0.10.
        Assert.Equal("1.91", total);
        Assert.Equal("2.52", paid);
    }

    [Fact]
    public async Task An_hourly_load_is_the_demand_of_a_rate_that_tells_no_window()
    {
        var tariff = _command.Write("tariff.json", """{ "flatdemandstructure": [[{ "rate": 2 }]] }""");
        var usage = _command.Write("usage.txt", string.Join('\n', Enumerable.Range(0, 744).Select(
            static hour => hour == 100 ? "7.5" : "1")));

        Assert.Equal("15.00", await RateCommand.Total(
            "--tariff", tariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60"));
    }

    [Theory]
    [InlineData("hold", 3)]
    [InlineData("as-windows", 0)]
    public async Task An_hourly_load_for_quarters_of_an_hour_is_a_setting(string setting, int code)
    {
        var tariff = _command.Write("tariff.json", """
            { "flatdemandstructure": [[{ "rate": 2 }]], "demandwindow": 15 }
            """);
        var usage = _command.Write("usage.txt", string.Join('\n', Enumerable.Repeat("1", 744)));

        var result = await RateCommand.RunJson(
            "--tariff", tariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60",
            "--set", $"demand-intervals={setting}");

        Assert.Equal(code, result.ExitCode);
    }

    [Theory]
    // Each of two periods has 372 of 744 kWh: half of the first 300 and of the rest,
    // 150 × 0.10 + 222 × 0.20 + 150 × 0.30 + 222 × 0.40, as SAM bills; or its own 300.
    [InlineData("193.20")]
    [InlineData("163.20", "--set", "tiers-over=period")]
    public async Task Tiers_count_the_use_of_all_periods(string total, params string[] settings)
    {
        var hours = string.Join(',', Enumerable.Range(0, 24).Select(static hour => hour / 12));
        var months = string.Join(',', Enumerable.Repeat($"[{hours}]", 12));
        var tariff = _command.Write("tariff.json", $$"""
            { "energyratestructure": [[{ "max": 300, "rate": 0.1 }, { "rate": 0.2 }],
                [{ "max": 300, "rate": 0.3 }, { "rate": 0.4 }]],
              "energyweekdayschedule": [{{months}}], "energyweekendschedule": [{{months}}] }
            """);
        var usage = _command.Write("usage.txt", string.Join('\n', Enumerable.Repeat("1", 744)));

        Assert.Equal(total, await RateCommand.Total(
            ["--tariff", tariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60", .. settings]));
    }

    [Fact]
    public async Task A_setting_of_published_rates_makes_no_sense_for_a_tariff_of_ones_own()
    {
        var usage = _command.Write("usage.txt", "1");

        var result = await RateCommand.Run(
            "--tariff", RateCommand.PlainTariff, "--usage", usage, "--start", "2025-01-01", "--interval", "60",
            "--set", "generation=feed-in");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("generation is for published rates", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_kind_is_told_by_its_first_line()
    {
        var usage = _command.Write("usage.csv", "timestamp,kwh\n2025-01-01 00:00,1\n");

        var (code, problem) = await RateCommand.RunJson("--tariff", RateCommand.PlainTariff, "--usage", usage);

        Assert.Equal(3, code);
        Assert.Contains("timestamp,kwh", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();
}
