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
        var others = new List<(int Port, int Generation)>();
        foreach (var member in arena.Cluster.WantedSilos.Where(other => other != silo))
        {
            var (other, since) = await arena.UntilActive(member, cancellation);
            others.Add((other.MemberPort, since));
        }
        arena.Cluster.Wires.Cut(
            silo.Name, arena.Cluster.Silos.Where(other => other != silo).Select(other => other.Name));
        var declared = await arena.Cluster.Membership.UntilParted(
            (silo.MemberPort, generation), others, cancellation);
        var parted = CommandLog.Now;
        await Task.Delay(dice.Seconds(0, 3), cancellation);
        arena.Cluster.Wires.Mend();
        return new Blow(silo.Name, declared, parted);
    }
}
