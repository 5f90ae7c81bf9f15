namespace BillingActors.Survival.Faults;

/// <summary>Silo after silo, and then the gateway, is replaced by the program of this build.</summary>
internal sealed class RollingUpgrade : IFault
{
    public string Name => "upgrade";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        foreach (var member in arena.Cluster.WantedSilos.Append(arena.Cluster.Gateway))
        {
            await member.UntilReady(cancellation);
            if (await member.Stop() is not 0)
                arena.Load.Log.Report($"{member.Name} was asked to end, and did not end in good order");
            arena.Cluster.Upgrade(member);
            await member.Start();
            await member.UntilReady(cancellation);
        }
        return Blow.Mended("all programs");
    }
}
