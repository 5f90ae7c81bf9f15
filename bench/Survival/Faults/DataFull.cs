using BillingActors.Survival.Clusters;
using Npgsql;

namespace BillingActors.Survival.Faults;

/// <summary>The disk of tables and indexes is full for a while.</summary>
internal sealed class DataFull(Random dice) : IFault
{
    private const string Ballast = "create table ballast as select repeat('x', 500) from generate_series(1, 100000)";

    public string Name => "data-full";

    public string? Obstacle(Arena arena) =>
        arena.Cluster.Postgres.DataVolume is null ? "a file system cannot be mounted here" : null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var postgres = arena.Cluster.Postgres;
        await postgres.DataVolume!.Fill(cancellation);
        try
        {
            await postgres.Run(Ballast, SurvivalCluster.Database, cancellation);
            arena.Load.Log.Report("the disk of the tables was not full");
        }
        catch (NpgsqlException)
        {
            // There is no room, as there should be none.
        }
        await Task.Delay(dice.Seconds(1, 4), cancellation);
        await postgres.DataVolume.Empty(cancellation);
        await postgres.Start(cancellation);
        return Blow.Mended("tables");
    }
}
