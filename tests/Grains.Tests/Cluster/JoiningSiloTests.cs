using System.Collections.Immutable;
using BillingActors.Grains.Persistence;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace BillingActors.Grains.Tests.Cluster;

/// <summary>A silo joins, whatever becomes of the work that waits for it.</summary>
public sealed class JoiningSiloTests : IAsyncLifetime
{
    private readonly SqliteFixture _database = new();
    private readonly StubbornDueWork _due = new();

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_silo_neither_waits_for_due_work_nor_falls_over_it_and_wakes_it_again()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => Configure(silo));
        await using var cluster = builder.Build();

        await cluster.DeployAsync(TestContext.Current.CancellationToken);

        await Wait.Until(() => Task.FromResult(_due.AskedCount), count => count == 1);
        _due.Fail();
        await Wait.Until(() => Task.FromResult(_due.AskedCount), count => count == 2);
    }

    private void Configure(ISiloBuilder silo)
    {
        silo.Services.AddStorage(new StorageOptions { Path = _database.Database.Path });
        silo.Services.AddSingleton<IDueWorkStore>(_due);
        silo.UseInMemoryReminderService().AddSqliteGrainStorage(GrainsHosting.StorageName);
        silo.AddBillingGrains(TimeProvider.System);
        silo.Services.Configure<GrainsOptions>(options =>
        {
            options.SchedulerShardCount = 1;
            options.SchedulerIntervalMilliseconds = 60_000;
        });
    }

    private sealed class StubbornDueWork : IDueWorkStore
    {
        private readonly TaskCompletionSource<ImmutableArray<DueItem>> _first =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int _askedCount;

        public int AskedCount => Volatile.Read(ref _askedCount);

        public void Fail() => _first.SetException(new TimeoutException("The database is away."));

        public Task<ImmutableArray<DueItem>> Due(
            int shard, int shardCount, DateTimeOffset now, int countMax, CancellationToken cancellation) =>
            Interlocked.Increment(ref _askedCount) == 1
                ? _first.Task
                : Task.FromResult(ImmutableArray<DueItem>.Empty);
    }
}
