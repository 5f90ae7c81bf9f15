using System.Net;

namespace BillingActors.Gateway.Tests.Cluster;

/// <summary>What a gateway is worth while there is no silo.</summary>
[Trait("Group", "Postgres")]
public sealed class LonelyGatewayTests
{
    [Fact]
    public async Task A_gateway_lives_without_a_silo_and_is_ready_whenever_there_is_one()
    {
        await using var cluster = await ClusterProcesses.Create();
        var gateway = await cluster.Start("gateway-1");
        await AssertAlone(gateway);
        var impatient = await cluster.Start("gateway-2");
        Assert.Equal(0, await impatient.Stop());

        var silo = Assert.Single(await cluster.StartReady(["silo-1"]));
        await gateway.UntilReady();
        Assert.Equal(HttpStatusCode.OK, (await gateway.Health("startup")).Status);

        await silo.Kill();
        await gateway.UntilNotReady();
        Assert.Equal(HttpStatusCode.OK, (await gateway.Health("live")).Status);

        await cluster.StartReady(["silo-1"]);
        await gateway.UntilReady();
        Assert.Equal(0, await gateway.Stop());
    }

    [Theory]
    [InlineData("gateway-1")]
    [InlineData("silo-1")]
    public async Task A_service_whose_master_key_cannot_be_read_does_not_start_and_says_why(string service)
    {
        await using var cluster = await ClusterProcesses.Create();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => cluster.Start(service, ("Billing__Privacy__MasterKeyFile", "/no/such/file")));

        Assert.Contains(
            "The master key file /no/such/file cannot be read.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task AssertAlone(ServiceProcess gateway)
    {
        Assert.Equal(HttpStatusCode.OK, (await gateway.Health("live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await gateway.Health("startup")).Status);
        var (status, problem) = await gateway.Health("ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unhealthy", problem.GetProperty("checks").GetProperty("cluster").GetString());
        Assert.Equal("unhealthy", problem.GetProperty("checks").GetProperty("migrations").GetString());
        Assert.StartsWith(
            "The database lacks migration 0001", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = gateway.Address };
        using var response = await http.Send("GET", "/v1/bill-runs");
        await response.Problem(HttpStatusCode.ServiceUnavailable, "not-ready");
    }
}
