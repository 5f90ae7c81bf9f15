namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Whatever is wrong with a command, its files or options, a program reads it as problem details.</summary>
public sealed class RateMisuseTests : IDisposable
{
    private readonly RateCommand _command = new();

    [Theory]
    [InlineData("--tariff", "absent.json")]
    [InlineData("--usage", "absent.txt")]
    [InlineData("--tax", "absent.json")]
    [InlineData("--state", "absent.json")]
    [InlineData("--state-out", "absent/state.json")]
    [InlineData("--state-out", ".")]
    public async Task A_file_that_is_not_there_is_named_by_its_option(string option, string file) =>
        await AssertMisuse(option, option, _command.PathOf(file));

    [Theory]
    [InlineData("--set", "no-setting=1")]
    [InlineData("--set", "proration=sometimes")]
    [InlineData("--set", "proration")]
    [InlineData("--usage-format", "spreadsheet")]
    [InlineData("--start", "yesterday")]
    [InlineData("--interval", "hour")]
    [InlineData("--zone", "Mars/Olympus")]
    [InlineData("--from", "2025-13-01")]
    [InlineData("--to", "tomorrow")]
    [InlineData("--cycle", "weekly")]
    [InlineData("--dials", "99")]
    [InlineData("--multiplier", "-1")]
    public async Task A_value_that_makes_no_sense_is_named_by_its_option(string option, string value) =>
        await AssertMisuse(option, option, value);

    [Theory]
    [InlineData("energy", "flat", "fixed, usage, demand", "versions/0/charges/0")]
    [InlineData("usage", "stepped", "flat, tiers", "versions/0/charges/0/price")]
    public async Task A_kind_that_there_is_not_is_told_with_those_that_there_are(
        string charge, string price, string known, string path)
    {
        var tariff = _command.Write("tariff.json", $$"""
            { "id": "t", "name": "t", "currency": "USD", "versions": [{ "number": 1, "validFrom": "2025-01-01",
              "charges": [{ "kind": "{{charge}}", "code": "e", "text": "e", "taxCategory": "none",
                "direction": "import", "unit": "kWh", "price": { "kind": "{{price}}", "price": 1 } }] }] }
            """);

        var (code, problem) = await RateCommand.RunJson(
            "--tariff", tariff, "--usage", _command.Write("usage.txt", "1"),
            "--start", "2025-01-01", "--interval", "60");

        var error = problem.GetProperty("errors")[0];
        Assert.Equal((3, path), (code, error.GetProperty("path").GetString()));
        Assert.Contains(known, error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_option_is_named() =>
        await AssertMisuse("--colour", "--colour", "red");

    [Theory]
    [InlineData("--tariff")]
    [InlineData("--usage")]
    public async Task An_option_that_is_missing_is_named(string option)
    {
        string[] others = option == "--tariff" ? ["--usage", "usage.txt"] : ["--tariff", RateCommand.PlainTariff];

        var (code, problem) = await RateCommand.RunJson(others);

        Assert.Equal((4, option), (code, problem.GetProperty("errors")[0].GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("--tariff", "tariff-invalid", "{")]
    [InlineData("--tariff", "tariff-invalid", "")]
    [InlineData("--tariff", "tariff-invalid", "null")]
    [InlineData("--tariff", "tariff-invalid", "[]")]
    [InlineData("--tariff", "tariff-invalid", """{ "id": "x" }""")]
    [InlineData("--usage", "usage-invalid", "")]
    [InlineData("--usage", "usage-invalid", "{")]
    [InlineData("--usage", "usage-invalid", "\u0001\u0002")]
    [InlineData("--usage", "usage-invalid", "start,import")]
    [InlineData("--tax", "tax-invalid", "{")]
    [InlineData("--state", "state-invalid", "{")]
    public async Task A_file_that_cannot_be_used_is_no_misuse(string option, string type, string text)
    {
        var (code, problem) = await Run(option, _command.Write("wrong", text));

        Assert.Equal((3, $"urn:billing:problem:{type}"), (code, problem.GetProperty("type").GetString()));
    }

    public void Dispose() => _command.Dispose();

    private async Task AssertMisuse(string path, string option, string value)
    {
        var (code, problem) = await Run(option, value);

        Assert.Equal((4, "urn:billing:problem:options-invalid"), (code, problem.GetProperty("type").GetString()));
        var error = problem.GetProperty("errors")[0];
        Assert.Equal(path, error.GetProperty("path").GetString());
        Assert.False(error.GetProperty("detail").GetString()!.StartsWith(path + ": ", StringComparison.Ordinal));
        Assert.Equal("option-invalid", error.GetProperty("rule").GetString());
    }

    // A command that rates, but for the one option.
    private Task<(int ExitCode, System.Text.Json.JsonElement Output)> Run(string option, string value)
    {
        var usage = _command.Write("usage.txt", string.Join('\n', Enumerable.Repeat("1", 24)));
        var options = new Dictionary<string, string>
        {
            ["--tariff"] = RateCommand.PlainTariff,
            ["--usage"] = usage,
            ["--start"] = "2025-01-01",
            ["--interval"] = "60",
            [option] = value,
        };
        return RateCommand.RunJson([.. options.SelectMany(static one => new[] { one.Key, one.Value })]);
    }
}
