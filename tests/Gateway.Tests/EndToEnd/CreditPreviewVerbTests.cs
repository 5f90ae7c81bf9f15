using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// What a credit memo would take of an invoice of 75.64 net and 83.20 gross is said on the command line, and nothing is
/// changed.
/// </summary>
public sealed class CreditPreviewVerbTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Number = "INV-00000001";

    [Fact]
    public async Task A_credit_is_looked_at_with_its_tax_and_changes_nothing()
    {
        var clerk = await host.Key("clara", "clerk");
        var before = await Balance();

        var whole = Ends(0, await Run(clerk, Number));
        Assert.Equal(
            "83.20 AUD would be credited, the balance would be 0.00 AUD", whole.Lines[^1]);
        Assert.Equal(
            ["line", "text", "left", "credit", "tax"],
            whole.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(whole.Lines, line => line.TrimStart().StartsWith('2')
            && line.Contains("Energy", StringComparison.Ordinal)
            && line.EndsWith("44.64 AUD  44.64 AUD  4.46 AUD", StringComparison.Ordinal));

        var part = Ends(0, await Run(clerk, Number, "--line", "2:1000"));
        Assert.Equal("11.00 AUD would be credited, the balance would be 72.20 AUD", part.Lines[^1]);
        var json = JsonSerializer.Deserialize<JsonElement>(
            Ends(0, await Run(clerk, Number, "--line", "2:1000", "--json")).Output);
        Assert.Equal(
            (1000, 100, 7220),
            (
                json.GetProperty("netMinor").GetInt64(), json.GetProperty("taxMinor").GetInt64(),
                json.GetProperty("balanceMinor").GetInt64()));

        // More than a line bears is said and no fault; what may not look is refused.
        Assert.Equal(
            "No more than 44.64 AUD is left of line 2.",
            Ends(0, await Run(clerk, Number, "--line", "2:99999")).Lines[^1]);
        Assert.Contains(
            "invoice-unknown", Ends(1, await Run(clerk, "INV-99999999")).Errors, StringComparison.Ordinal);
        Assert.Contains(
            "not-permitted", Ends(3, await Run(await host.Key("ada", "agent"), Number)).Errors,
            StringComparison.Ordinal);
        Assert.Equal(before, await Balance());
    }

    private async Task<long> Balance()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/accounts/east/A-1/balance");
        return (await response.Json()).GetProperty("balanceMinor").GetInt64();
    }

    private Task<CliResult> Run(string key, params string[] arguments) =>
        CliProcess.Run(["credit", "preview", .. arguments, "--url", host.Door.Address.ToString(), "--key", key]);

    private static CliResult Ends(int exitCode, CliResult result)
    {
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return result;
    }
}
