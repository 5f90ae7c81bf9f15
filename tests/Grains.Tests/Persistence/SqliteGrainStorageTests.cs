using BillingActors.Grains.Persistence;
using BillingActors.Grains.Tests.Orleans;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace BillingActors.Grains.Tests.Persistence;

public sealed class SqliteGrainStorageTests : IDisposable
{
    private const string Name = "states";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-states-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_is_written_read_cleared_and_fenced_by_its_etag()
    {
        using var host = await Build();

        await States.Keep(Storage(host));
    }

    [Fact]
    public async Task A_state_survives_a_restart()
    {
        var grain = GrainId.Create("counted", "restart");
        var state = new GrainState<CountedState>(new CountedState { Count = 42 });
        using (var host = await Build())
            await Storage(host).WriteStateAsync("counted", grain, state);

        using var next = await Build();
        var read = await States.Read(Storage(next), grain);

        Assert.Equal((42, state.ETag), (read.State!.Count, read.ETag));
    }

    [Fact]
    public async Task Of_first_writes_at_once_one_wins()
    {
        using var host = await Build();
        var storage = Storage(host);
        var grain = GrainId.Create("counted", "race");

        var faults = await Task.WhenAll(Enumerable.Range(0, 200).Select(count => Record.ExceptionAsync(
            () => storage.WriteStateAsync(
                "counted", grain, new GrainState<CountedState>(new CountedState { Count = count }))).AsTask()));

        Assert.Single(faults, fault => fault is null);
        Assert.Equal(199, faults.Count(fault => fault is InconsistentStateException));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<IHost> Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(_ => new SqliteDatabase(Path.Combine(_folder.FullName, "billing.db")));
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddSqliteGrainStorage(Name));
        var host = builder.Build();
        await Migrator.Run(host.Services.GetRequiredService<SqliteDatabase>(), Cancellation);
        return host;
    }

    private static IGrainStorage Storage(IHost host) => host.Services.GetRequiredKeyedService<IGrainStorage>(Name);
}
