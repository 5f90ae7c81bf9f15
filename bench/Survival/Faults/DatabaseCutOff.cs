using BillingActors.Survival.Clusters;

namespace BillingActors.Survival.Faults;

/// <summary>The network to the database is cut: for one silo, or for all of them and the gateway.</summary>
internal sealed class DatabaseCutOff(Random dice) : IFault
{
    public string Name => "cut-database";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var isForAll = dice.Next(3) == 0;
        string[] names = isForAll
            ? [.. arena.Cluster.WantedSilos.Select(silo => silo.Name), SurvivalCluster.GatewayName]
            : [dice.Among(arena.Cluster.WantedSilos).Name];
        arena.Cluster.Wires.Cut(SurvivalCluster.PostgresName, names);
        await Task.Delay(dice.Seconds(2, 9), cancellation);
        arena.Cluster.Wires.Mend();
        return Blow.Mended(isForAll ? "everybody" : names[0]);
    }
}
