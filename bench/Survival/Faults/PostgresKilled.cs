namespace BillingActors.Survival.Faults;

/// <summary>Every process of PostgreSQL is killed, and it is started again a little later.</summary>
internal sealed class PostgresKilled(Random dice) : IFault
{
    public string Name => "postgres-kill";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        await arena.Cluster.Postgres.Kill();
        await Task.Delay(dice.Seconds(0.5, 4), cancellation);
        await arena.Cluster.Postgres.Start(cancellation);
        return Blow.Mended("postgres");
    }
}
