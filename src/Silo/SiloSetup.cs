using System.Net;
using System.Net.Sockets;
using BillingActors.Grains;
using BillingActors.Grains.Persistence;
using BillingActors.Storage;
using Orleans.Configuration;

namespace BillingActors.Silo;

/// <summary>Clustering, reminders and grain storage of a silo, embedded or over PostgreSQL.</summary>
internal static class SiloSetup
{
    private const string Invariant = "Npgsql";

    /// <summary>Refuses what cannot work, before anything starts.</summary>
    public static void Check(SiloOptions silo, StorageOptions storage)
    {
        if (silo.Clustering is not (SiloOptions.Localhost or SiloOptions.Postgres))
        {
            throw new InvalidOperationException(
                $"{SiloOptions.Section}:Clustering must be 'localhost' or 'postgres'.");
        }
        if (silo.Clustering == SiloOptions.Postgres && storage.Provider != StorageOptions.Postgres)
        {
            throw new InvalidOperationException(
                $"{SiloOptions.Section}:Clustering 'postgres' needs {StorageOptions.Section}:Provider 'postgres'.");
        }
        if (silo.AdvertisedAddress.Length > 0 && !IPAddress.TryParse(silo.AdvertisedAddress, out _))
        {
            throw new InvalidOperationException(
                $"{SiloOptions.Section}:AdvertisedAddress must be an IP address, not '{silo.AdvertisedAddress}'.");
        }
        if (silo.SiloListenPort is < 0 or > ushort.MaxValue || silo.GatewayListenPort is < 0 or > ushort.MaxValue)
        {
            throw new InvalidOperationException(
                $"{SiloOptions.Section}: SiloListenPort and GatewayListenPort must be ports, or 0.");
        }
    }

    /// <summary>Adds them to the silo.</summary>
    public static ISiloBuilder AddBillingSilo(this ISiloBuilder builder, SiloOptions silo, StorageOptions storage)
    {
        builder.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = silo.ClusterId;
            options.ServiceId = silo.ServiceId;
        });
        builder.Configure<ClusterMembershipOptions>(Membership);
        builder.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(30));
        return silo.Clustering == SiloOptions.Postgres
            ? AddCluster(builder, silo, storage)
            : AddSingle(builder, silo, storage);
    }

    // A dead silo is noticed in about three seconds, a silent one in twelve: so long a message of late counts for it.
    // After a crash of all the first joins in about seven.
    private static void Membership(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedProbesLimit = 3;
        options.NumVotesForDeathDeclaration = 2;
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
    }

    private static ISiloBuilder AddCluster(ISiloBuilder builder, SiloOptions silo, StorageOptions storage)
    {
        var connection = storage.ConnectionString;
        builder.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Invariant, connection));
        builder.UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = (Invariant, connection));
        AddAdoNetStorage(builder, storage);
        if (silo.AdvertisedAddress.Length == 0)
            builder.ConfigureEndpoints(silo.SiloPort, silo.GatewayPort, listenOnAnyHostAddress: true);
        else
            builder.ConfigureEndpoints(IPAddress.Parse(silo.AdvertisedAddress), silo.SiloPort, silo.GatewayPort);
        return builder.Configure<EndpointOptions>(options => Listen(options, silo));
    }

    // Who tells others to come to the loopback has no business listening on any other address.
    private static void Listen(EndpointOptions options, SiloOptions silo)
    {
        var isLocal = silo.AdvertisedAddress.Length > 0 && IPAddress.IsLoopback(options.AdvertisedIPAddress);
        var address = isLocal ? options.AdvertisedIPAddress : IPAddress.Any;
        options.SiloListeningEndpoint =
            new IPEndPoint(address, silo.SiloListenPort == 0 ? silo.SiloPort : silo.SiloListenPort);
        options.GatewayListeningEndpoint =
            new IPEndPoint(address, silo.GatewayListenPort == 0 ? silo.GatewayPort : silo.GatewayListenPort);
    }

    private static ISiloBuilder AddSingle(ISiloBuilder builder, SiloOptions silo, StorageOptions storage)
    {
        builder.UseLocalhostClustering(
            silo.SiloPort == 0 ? FreePort() : silo.SiloPort,
            silo.GatewayPort == 0 ? FreePort() : silo.GatewayPort,
            serviceId: silo.ServiceId,
            clusterId: silo.ClusterId);
        builder.UseInMemoryReminderService();
        if (storage.Provider == StorageOptions.Postgres)
            return AddAdoNetStorage(builder, storage);
        return builder.AddSqliteGrainStorage(GrainsHosting.StorageName);
    }

    private static ISiloBuilder AddAdoNetStorage(ISiloBuilder builder, StorageOptions storage) =>
        builder.AddAdoNetGrainStorage(
            GrainsHosting.StorageName,
            options => (options.Invariant, options.ConnectionString) = (Invariant, storage.ConnectionString));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
