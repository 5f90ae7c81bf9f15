using BillingActors.Survival.Clusters;

namespace BillingActors.Survival.Faults;

/// <summary>A further silo joins, and takes its share.</summary>
internal sealed class SiloJoins : IFault
{
    public string Name => "join";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var silos = arena.Cluster.Silos;
        if (silos.All(silo => silo.IsWanted))
            await silos[^1].Stop();
        ClusterProgram newcomer = silos.First(silo => !silo.IsWanted);
        await newcomer.Start();
        await newcomer.UntilReady(cancellation);
        return Blow.Mended(newcomer.Name);
    }
}
