using BillingActors.Survival.Desks;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Faults;

/// <summary>All silos are killed at once, as by a loss of power, and started again.</summary>
internal sealed class AllSilosKilled : IFault
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    public string Name => "kill-all";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var silos = arena.Cluster.WantedSilos;
        await Task.WhenAll(silos.Select(silo => silo.Kill()));
        foreach (var silo in silos)
            await silo.Start();
        await Wait.Until("a silo is back", Longest, async () =>
            (await Task.WhenAll(silos.Select(silo => silo.IsReady(cancellation)))).Any(static isReady => isReady),
            cancellation);
        return new Blow("all silos", null, CommandLog.Now);
    }
}
