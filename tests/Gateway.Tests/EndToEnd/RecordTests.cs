using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Master data as JSON files, through the command line and the real host.</summary>
public sealed class RecordTests(BilledHost host) : IClassFixture<BilledHost>, IDisposable
{
    private const string Policy = """
        {"id":"east-dunning","entityId":"east","segment":"","jurisdiction":"","graceDays":3,"minimumMinor":500,
        "levels":[{"letter":"reminder","waitDays":0,"payWithinDays":7}],"quietWeekdays":[],"quietDays":[],
        "interest":{"rates":[{"from":"2025-01-01","percent":"8.50"}],"dayBasis":365,"minimumMinor":100,"everyDays":30,
        "payWithinDays":14},"promiseDaysMax":21,"brokenPromiseCountMax":3,"instalmentCountMax":12,"planDaysMax":200,
        "planGraceDays":5,"planYearlyCountMax":2}
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_policy_is_stored_shown_changed_by_what_was_shown_and_never_overwritten_unseen()
    {
        await File.WriteAllTextAsync(_file, Policy, Http.Cancellation);
        var stored = await Cli("put", "dunning-policies", _file, "--valid-from", "2025-01-01", "--reason", "first one");
        Assert.True(stored.ExitCode == 0, stored.Errors);
        Assert.Contains("version 1, holds from 2025-01-01, by suzy", stored.Output, StringComparison.Ordinal);

        var shown = await Cli("show", "dunning-policies", "east-dunning");
        var policy = JsonDocument.Parse(shown.Output).RootElement;
        Assert.Equal("8.50", policy.GetProperty("interest").GetProperty("rates")[0].GetProperty("percent").GetString());
        await File.WriteAllTextAsync(
            _file, shown.Output.Replace("\"graceDays\": 3", "\"graceDays\": 5", StringComparison.Ordinal),
            Http.Cancellation);

        var blind = await Cli("put", "dunning-policies", _file);
        Assert.NotEqual(0, blind.ExitCode);
        Assert.Contains("stale-version", blind.Errors, StringComparison.Ordinal);
        var changed = await Cli("put", "dunning-policies", _file, "--replaces", "1", "--valid-from", "2025-02-01");
        Assert.True(changed.ExitCode == 0, changed.Errors);
        var history = await Cli("show", "dunning-policies", "east-dunning", "--history");
        Assert.Collection(
            history.Lines,
            first => Assert.EndsWith(": first one", first, StringComparison.Ordinal),
            second => Assert.StartsWith("version 2, holds from 2025-02-01", second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_record_is_refused_before_anything_is_sent()
    {
        await File.WriteAllTextAsync(_file, "{\"name\":\"no id\"}", Http.Cancellation);
        Assert.Contains("no id", (await Cli("put", "bill-cycles", _file)).Errors, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_file, "id: east", Http.Cancellation);
        Assert.Contains("is no JSON", (await Cli("put", "bill-cycles", _file)).Errors, StringComparison.Ordinal);
        Assert.NotEqual(0, (await Cli("show", "tariff-policies", "east")).ExitCode);
        Assert.Contains(
            "record-unknown", (await Cli("show", "charts-of-accounts", "none")).Errors, StringComparison.Ordinal);
    }

    private Task<CliResult> Cli(params string[] arguments) => CliProcess.Run(
        ["record", .. arguments, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);
}
