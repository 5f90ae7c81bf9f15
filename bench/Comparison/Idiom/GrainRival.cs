using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingActors.Comparison.Idiom;

/// <summary>Accounts as grains with persistent state on ADO.NET, in a silo of their own in this process.</summary>
public sealed class GrainRival : IRival
{
    private const string Invariant = "Npgsql";

    private readonly IHost _host;
    private readonly IGrainFactory _grains;

    private GrainRival(IHost host) => (_host, _grains) = (host, host.Services.GetRequiredService<IGrainFactory>());

    /// <inheritdoc />
    public string Name => "grain with persistent state";

    /// <summary>Starts it on a database that has the tables of Orleans.</summary>
    public static async Task<GrainRival> Start(string connectionString, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort(), FreePort(), serviceId: "comparison", clusterId: "comparison")
            .AddAdoNetGrainStorage(
                PlainAccountGrain.StorageName,
                options => (options.Invariant, options.ConnectionString) = (Invariant, connectionString)));
        var host = builder.Build();
        await host.StartAsync(cancellation);
        return new GrainRival(host);
    }

    /// <inheritdoc />
    public Task Open(string account, CancellationToken cancellation) => Grain(account).Open();

    /// <inheritdoc />
    public Task Rate(string account, IReadOnlyList<Call> calls, CancellationToken cancellation) =>
        Grain(account).Rate([.. calls]);

    /// <inheritdoc />
    public Task Bill(string account, MeterUse use, CancellationToken cancellation) => Grain(account).Bill(use);

    /// <inheritdoc />
    public Task Pay(string account, string paymentId, long amountMinor, CancellationToken cancellation) =>
        Grain(account).Pay(paymentId, amountMinor);

    /// <inheritdoc />
    public async Task<(long OwedMinor, decimal Unbilled)> Look(string account, CancellationToken cancellation)
    {
        var balance = await Grain(account).Look();
        return (balance.OwedMinor, balance.Unbilled);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private IPlainAccountGrain Grain(string account) => _grains.GetGrain<IPlainAccountGrain>(account);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
