using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Faults;

/// <summary>A silo is asked to end, and ends in good order; its accounts move.</summary>
internal sealed class SiloLeaves(Random dice) : IFault
{
    private const int SiloCountMin = 3;

    public string Name => "leave";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var (silo, _) = await arena.AnyActive(dice, cancellation); // Another fault may just have had it started again.
        var code = await silo.Stop();
        if (code is not 0)
            arena.Load.Log.Report($"{silo.Name} was asked to end; exit code {code} (none: it had to be killed)");
        var left = CommandLog.Now;
        if (arena.Cluster.WantedSilos.Count < SiloCountMin)
            await silo.Start();
        return new Blow(silo.Name, null, left);
    }
}
