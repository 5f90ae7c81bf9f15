using BillingActors.Survival.Clusters;

namespace BillingActors.Survival.Faults;

/// <summary>
/// The wall clock of a silo jumps, forwards or back. A little later it is set right, and the silo started again: under
/// libfaketime timers may stand still after a way back, which no real clock does to them.
/// </summary>
internal sealed class ClockJumps(Random dice) : IFault
{
    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(-5), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1),
        TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.FromDays(-1),
    ];

    public string Name => "clock";

    public string? Obstacle(Arena arena) => MovedClock.IsPossible ? null : "libfaketime is not installed";

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var silo = arena.Cluster.Silos[0];
        if (!silo.IsWanted)
            await silo.Start();
        await silo.UntilReady(cancellation);
        var jump = dice.Among(Jumps);
        arena.Cluster.Clock.Move(jump);
        await Task.Delay(dice.Seconds(4, 8), cancellation);
        arena.Cluster.Clock.Move(TimeSpan.Zero);
        await silo.Kill();
        await silo.Start();
        await silo.UntilReady(cancellation);
        return Blow.Mended($"{silo.Name} by {jump}");
    }
}
