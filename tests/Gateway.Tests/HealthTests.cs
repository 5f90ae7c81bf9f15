using System.Net;

namespace BillingActors.Gateway.Tests;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/startup")]
    public async Task Anybody_may_ask_and_learns_no_more_than_states(string path)
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.Anonymous().Send("GET", path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("healthy", (await response.Json()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_program_whose_database_is_away_is_alive_and_not_ready()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Keys.Fault = new InvalidOperationException("Host=db;Password=secret");
        using var live = await host.Anonymous().Send("GET", "/health/live");
        using var ready = await host.Anonymous().Send("GET", "/health/ready");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        var problem = await ready.Problem(HttpStatusCode.ServiceUnavailable, "not-ready");
        Assert.Equal("unhealthy", problem.GetProperty("checks").GetProperty("database").GetString());
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_database_lacks_a_migration_is_not_ready_and_says_which()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Schema.Found = ["The database lacks migration 0031 'later'.", "And another."];
        using var ready = await host.Anonymous().Send("GET", "/health/ready");
        var problem = await ready.Problem(HttpStatusCode.ServiceUnavailable, "not-ready");
        Assert.Equal("unhealthy", problem.GetProperty("checks").GetProperty("migrations").GetString());
        Assert.Equal("healthy", problem.GetProperty("checks").GetProperty("database").GetString());
        Assert.Equal(
            "The database lacks migration 0031 'later'. 1 more differ.", problem.GetProperty("detail").GetString());

        host.Behind.Schema.Found = [];
        using var mended = await host.Anonymous().Send("GET", "/health/ready");
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }
}
