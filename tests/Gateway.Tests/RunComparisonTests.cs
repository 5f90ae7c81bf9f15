using System.Net;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Gateway.Tests;

public sealed class RunComparisonTests
{
    [Fact]
    public void Figures_stand_beside_those_of_before_with_what_moved()
    {
        var before = FakeRun.Sample("run-0") with
        {
            TotalMinor = 800,
            HeldCount = 0,
            Totals = [new("tariff", "home", 700), new("tariff", "old", 27), new("hold", "no-read", 1)],
        };
        var after = FakeRun.Sample("run-1") with { Totals = [new("tariff", "home", 800), new("tax", "GST", 80)] };

        var changes = RunComparison.Between(before, after).Changes.ToDictionary(
            change => $"{change.Kind} {change.Key}", change => (change.Before, change.After, change.ChangePercent));

        Assert.Equal((800L, 880L, 10.0m), changes["amount total"]);
        Assert.Equal((0L, 1L, null), changes["count held"]);
        Assert.Equal((700L, 800L, 14.3m), changes["tariff home"]);
        Assert.Equal((27L, 0L, -100.0m), changes["tariff old"]);
        Assert.Equal((0L, 80L, null), changes["tax GST"]);
        Assert.DoesNotContain("hold no-read", changes.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public void Another_currency_or_no_run_is_nothing_to_compare_with()
    {
        var after = FakeRun.Sample("run-1");

        Assert.Null(RunComparison.Between(null, after).BeforeRunId);
        Assert.Empty(RunComparison.Between(after with { Currency = "USD" }, after).Changes);
    }

    [Theory]
    [InlineData("comparison", "\"runId\":\"run-1\"")]
    [InlineData("reasons", "\"code\":\"read-missing\"")]
    [InlineData("sample", "\"quantity\":\"40.5\"")]
    public async Task What_is_looked_at_before_a_release_is_for_those_who_see_the_run(string part, string text)
    {
        await using var host = await GatewayHost.Start();
        var path = "/v1/bill-runs/run-1/" + part;
        Assert.Contains(
            text, await host.As("operator").GetStringAsync(path, Http.Cancellation), StringComparison.Ordinal);
        using var other = await host.As("operator", "pat", "south").Send("GET", path);
        await other.Problem(HttpStatusCode.NotFound, "run-unknown");
    }
}
