using System.Globalization;
using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Budget billing through the real host and the command line.</summary>
public sealed class BudgetTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-2";

    private static string From => DateTime.UtcNow.AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_plan_is_agreed_changed_shown_and_ended()
    {
        var clerk = await host.As("clara", "clerk");
        await Done(clerk, "/budget", Plan("B-1", 5000));
        Assert.Equal("budget-runs", await Code(clerk, "/budget", Plan("B-2", 5000)));
        Assert.Equal("budget-exists", await Code(clerk, "/budget", Plan("B-1", 6000)));
        Assert.Equal("budget-kind-unknown", await Code(clerk, "/budget", Plan("B-2", 5000, "gift")));
        await Done(clerk, "/budget/adjust", new { planId = "B-1", amountMinor = 7000 });

        using var shown = await host.Supervisor.Send("GET", Account + "/budget");
        var plan = (await shown.Json()).GetProperty("plans")[0];
        Assert.Equal(
            (7000, From), (plan.GetProperty("amountMinor").GetInt64(), plan.GetProperty("nextOn").GetString()));

        await Done(clerk, "/budget/end", new { planId = "B-1" });
        Assert.Equal("budget-ended", await Code(clerk, "/budget/adjust", new { planId = "B-1", amountMinor = 1 }));
        Assert.Equal("budget-unknown", await Code(clerk, "/budget/end", new { planId = "B-9" }));
    }

    [Fact]
    public async Task An_amount_is_estimated_from_what_was_billed()
    {
        using var estimate = await host.Supervisor.Send("GET", "/v1/accounts/east/A-1/budget/estimate?instalments=11");

        // January comes to 83.20: 979.61 a year, 89.06 an instalment.
        var shown = await estimate.Json();
        Assert.Equal(
            (31, 8320, 8900), (
                shown.GetProperty("billedDays").GetInt32(),
                shown.GetProperty("billedMinor").GetInt64(),
                shown.GetProperty("amountMinor").GetInt64()));
    }

    [Fact]
    public async Task The_command_line_agrees_shows_and_ends()
    {
        var agreed = await Cli("budget", "agree", "east/A-1", "--id", "B-1", "--from", From, "--instalments", "11");
        Assert.True(agreed.ExitCode == 0, agreed.Errors);
        var shown = await Cli("budget", "show", "east/A-1");
        Assert.Contains("B-1: down-payments, 11 times 89.00 AUD", shown.Output, StringComparison.Ordinal);
        var estimated = await Cli("budget", "estimate", "east/A-1");
        Assert.Contains("83.20 AUD in 31 days", estimated.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Cli("budget", "end", "east/A-1", "--id", "B-1", "--reason", "as asked")).ExitCode);
    }

    private Task<CliResult> Cli(params string[] arguments) => CliProcess.Run(
        [.. arguments, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);

    private static object Plan(string id, long minor, string kind = "down-payments") =>
        new { planId = id, kind, from = From, firstOn = From, instalmentCount = 12, amountMinor = minor };

    private static Task<HttpResponseMessage> Post(HttpClient who, string part, object body) => who.Send(
        "POST", Account + part, JsonSerializer.Serialize(body),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"), "Reason: a test");

    private static async Task Done(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        Assert.True(
            response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private static async Task<string> Code(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        return (await response.Json()).GetProperty("code").GetString()!;
    }
}
