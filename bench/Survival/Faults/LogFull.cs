using BillingActors.Survival.Clusters;
using Npgsql;

namespace BillingActors.Survival.Faults;

/// <summary>The disk of the write-ahead log is full, so that PostgreSQL falls over; then there is room again.</summary>
internal sealed class LogFull(Random dice) : IFault
{
    private const int TryCountMax = 2000;
    private const string Write = "select pg_logical_emit_message(false, 'ballast', repeat('x', 1000000))";

    public string Name => "log-full";

    public string? Obstacle(Arena arena) =>
        arena.Cluster.Postgres.LogVolume is null ? "a file system cannot be mounted here" : null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var postgres = arena.Cluster.Postgres;
        await postgres.LogVolume!.Fill(cancellation);
        try
        {
            for (var i = 0; i < TryCountMax; i++)
                await postgres.Run(Write, SurvivalCluster.Database, cancellation);
            arena.Load.Log.Report("the disk of the log was not full");
        }
        catch (NpgsqlException)
        {
            // It fell over, as it says it does.
        }
        await Task.Delay(dice.Seconds(0.5, 2), cancellation);
        await postgres.LogVolume.Empty(cancellation);
        await postgres.Start(cancellation);
        return Blow.Mended("log");
    }
}
