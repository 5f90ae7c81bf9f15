using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Faults;

/// <summary>A silo is killed, and nobody starts it again before the others have found out.</summary>
internal sealed class SiloKilled(Random dice) : IFault
{
    public string Name => "kill";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var silo = await arena.AnyActive(dice, cancellation);
        await silo.Member.Kill();
        var declared = await arena.Cluster.Membership.UntilDead(silo.Member.MemberPort, silo.Generation, cancellation);
        var since = CommandLog.Now;
        await silo.Member.Start();
        return new Blow(silo.Member.Name, declared, since);
    }
}
