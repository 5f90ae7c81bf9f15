using System.Net;

namespace BillingActors.Gateway.Tests;

public sealed class DevelopmentIssuerTests
{
    private static readonly (string, string) On = ("Billing:Auth:DevelopmentIssuer", "true");

    [Fact]
    public async Task A_developer_gets_a_token_that_works()
    {
        await using var host = await GatewayHost.Start("Development", [On]);
        using var answer = await host.Anonymous().Send(
            "POST", "/v1/development/tokens", """{"personId":"dev","roles":["clerk"],"entities":["north"]}""");
        var token = (await answer.Json()).GetProperty("token").GetString()!;
        using var me = await host.With(token).Send("GET", "/v1/me");
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
        Assert.Equal("dev", (await me.Json()).GetProperty("personId").GetString());
    }

    [Fact]
    public async Task It_refuses_to_start_outside_development()
    {
        foreach (var environment in new[] { "Production", "Staging", "Test" })
            await Assert.ThrowsAsync<InvalidOperationException>(() => GatewayHost.Start(environment, [On]));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://+:5000")]
    [InlineData("http://*:5000")]
    [InlineData("http://billing.example:5000")]
    [InlineData("http://192.168.1.5:5000")]
    [InlineData("http://localhost:5000;http://[::]:5000")]
    public async Task It_refuses_to_start_where_others_can_reach_it(string urls) =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => GatewayHost.Start("Development", [On, ("urls", urls)]));

    [Fact]
    public async Task Switched_off_its_address_does_not_exist()
    {
        await using var host = await GatewayHost.Start("Development", []);
        using var answer = await host.As("admin").Send("POST", "/v1/development/tokens", "{}");
        await answer.Problem(HttpStatusCode.NotFound, "not-found");
    }
}
