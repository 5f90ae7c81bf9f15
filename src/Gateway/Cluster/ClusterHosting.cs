using BillingActors.Grains.Interfaces;
using BillingActors.Storage;
using Orleans.Configuration;

namespace BillingActors.Gateway.Cluster;

/// <summary>Makes a gateway of its own a client of the cluster that its database names.</summary>
internal static class ClusterHosting
{
    private const string Section = "Billing:Silo";

    // A silo that left or came is known so soon; the default of a minute would be a minute of refused calls.
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromSeconds(5);

    // Whoever waits at a desk is told so soon that the outcome is not known; the same call again is safe.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Adds the client. The program listens while it still looks for a silo: it is alive, answers /health and takes no
    /// other call, and it joins whenever one comes.
    /// </summary>
    public static void AddCluster(this WebApplicationBuilder builder, StorageOptions storage)
    {
        var cluster = builder.Configuration.GetSection(Section);
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.Services.AddSingleton<IClientConnectionRetryFilter, PatientConnection>();
        builder.Services.AddWireFaults();
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(options =>
            {
                options.ClusterId = cluster["ClusterId"] ?? "billing";
                options.ServiceId = cluster["ServiceId"] ?? "billing";
            })
            .Configure<Orleans.Configuration.GatewayOptions>(
                options => options.GatewayListRefreshPeriod = RefreshPeriod)
            .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout)
            .UseAdoNetClustering(clustering =>
            {
                clustering.Invariant = "Npgsql";
                clustering.ConnectionString = storage.ConnectionString;
            }));
    }
}
