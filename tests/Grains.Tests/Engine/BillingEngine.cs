using BillingActors.Grains.Accounts;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>The whole engine without its front door: silos in this process over one database, and a client.</summary>
public abstract class BillingEngine(short siloCount, int pageSize) : IAsyncLifetime
{
    private static readonly string MasterKey = Convert.ToBase64String(new byte[32]);

    private InProcessTestCluster? _cluster;

    public InProcessTestCluster Cluster => _cluster!;

    public IGrainFactory Grains => Cluster.Client;

    public StoreGate Gate { get; } = new();

    /// <summary>The day of the business; what is due by itself waits for a test to move it.</summary>
    public DeskClock Clock { get; } = new();

    protected abstract StorageOptions Storage { get; }

    public async ValueTask InitializeAsync()
    {
        await Prepare();
        var builder = new InProcessTestClusterBuilder(siloCount);
        builder.ConfigureSilo((options, silo) => Configure(silo, options.SiloName));
        _cluster = builder.Build();
        await _cluster.DeployAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        await Clean();
    }

    /// <summary>A part of a silo, to look or reach behind the grains.</summary>
    public T Get<T>(int silo = 0)
        where T : notnull => Cluster.Silos[silo].ServiceProvider.GetRequiredService<T>();

    /// <summary>Runs raw SQL; answers the first value as a number, 0 for none.</summary>
    public abstract Task<long> Sql(string sql);

    /// <summary>One line per table with the hash of its rows, whatever their order.</summary>
    public abstract Task<string[]> Digests();

    /// <summary>Accounts that are active in a silo.</summary>
    internal int ActiveIn(int silo) => Get<ActiveAccounts>(silo).Count;

    protected abstract Task Prepare();

    protected abstract Task Clean();

    protected abstract void AddOrleansStores(ISiloBuilder silo);

    private void Configure(ISiloBuilder silo, string name)
    {
        silo.Services.AddStorage(Storage, new PrivacyOptions { MasterKey = MasterKey });
        var stored = silo.Services.Last(service => service.ServiceType == typeof(IAccountStore));
        silo.Services.AddSingleton<IAccountStore>(services => new GatedStore(
            (IAccountStore)stored.ImplementationFactory!(services), Gate, name));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(2);
            options.NumMissedProbesLimit = 3;
        });
        AddOrleansStores(silo);
        silo.AddBillingGrains(Clock);
        silo.Services.Configure<GrainsOptions>(options =>
        {
            options.RunPageSize = pageSize;
            options.RunPageSizeBesideDesk = 2;
            options.BusyDeskLookUps = 20;
            options.CollectivePageSize = 2;
            options.RunSliceMilliseconds = 50;
            options.SchedulerIntervalMilliseconds = 500;
        });
    }
}
