using System.Net;
using System.Net.Sockets;
using BillingActors.Storage.Tests.Fixtures;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace BillingActors.Grains.Tests.Orleans;

/// <summary>A silo whose membership, reminders and grain state lie in PostgreSQL, by Orleans' own providers.</summary>
internal static class PostgresSilo
{
    public const string Storage = "states";

    private const string Invariant = "Npgsql";

    public static async Task<IHost> Start(PostgresFixture fixture, string clusterId)
    {
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (clusterId, "billing"))
            .ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort)
            .UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = (Invariant, fixture.ConnectionString))
            .UseAdoNetReminderService(options =>
                (options.Invariant, options.ConnectionString) = (Invariant, fixture.ConnectionString))
            .AddAdoNetGrainStorage(Storage, options =>
                (options.Invariant, options.ConnectionString) = (Invariant, fixture.ConnectionString)));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
