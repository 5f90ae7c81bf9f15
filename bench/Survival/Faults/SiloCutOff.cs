using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Faults;

/// <summary>
/// The network between a silo and the others is cut both ways; clients and the database still reach it.
/// </summary>
internal sealed class SiloCutOff(Random dice) : IFault
{
    public string Name => "cut-silo";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var (silo, generation) = await arena.AnyActive(dice, cancellation);
        var others = arena.Cluster.Silos.Where(other => other != silo).Select(other => other.Name);
        arena.Cluster.Wires.Cut(silo.Name, others);
        var declared = await arena.Cluster.Membership.UntilDead(silo.MemberPort, generation, cancellation);
        var since = CommandLog.Now;
        await Task.Delay(dice.Seconds(0, 3), cancellation);
        arena.Cluster.Wires.Mend();
        return new Blow(silo.Name, declared, since);
    }
}
