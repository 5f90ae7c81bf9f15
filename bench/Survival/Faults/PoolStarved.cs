using BillingActors.Survival.Clusters;
using Npgsql;

namespace BillingActors.Survival.Faults;

/// <summary>
/// Strangers take every connection that the server has left, and hold locks that all writers need: first the numbers of
/// invoices, then whole tables. The pools of the silos are small and fill up behind them.
/// </summary>
internal sealed class PoolStarved(Random dice) : IFault
{
    private const int StrangerCountMax = 120;

    private static readonly string[] Locks =
    [
        "select count(*) from (select 1 from number_series for update) held",
        "lock table posting in share mode",
        "lock table account_event in share mode",
    ];

    public string Name => "pool";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var settings = arena.Cluster.Postgres.At(SurvivalCluster.Database);
        settings.CommandTimeout = 10;
        await using var strangers = NpgsqlDataSource.Create(settings);
        var open = new List<NpgsqlConnection>();
        try
        {
            await Take(strangers, open, cancellation);
            var last = dice.Seconds(2, 5);
            await Task.WhenAll(open.Zip(Locks, (stranger, what) => Hold(stranger, what, last, cancellation)));
        }
        finally
        {
            foreach (var stranger in open)
                await stranger.DisposeAsync();
        }
        return Blow.Mended("postgres");
    }

    private static async Task Take(
        NpgsqlDataSource strangers, List<NpgsqlConnection> open, CancellationToken cancellation)
    {
        try
        {
            while (open.Count < StrangerCountMax)
                open.Add(await strangers.OpenConnectionAsync(cancellation));
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // None is left; so it was meant.
        }
    }

    private static async Task Hold(
        NpgsqlConnection stranger, string what, TimeSpan time, CancellationToken cancellation)
    {
        await using var transaction = await stranger.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(what, stranger, transaction);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException told) when (told.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return; // Strangers may get into each other's way.
        }
        await Task.Delay(time, cancellation);
    }
}
