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
}
