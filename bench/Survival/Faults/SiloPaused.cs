using BillingActors.Survival.Desks;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Faults;

/// <summary>
/// A silo stands still until the others have declared it dead and taken its accounts, then wakes up with its old memory
/// and with payments that were sent to it alone. What it writes late must not count twice.
/// </summary>
internal sealed class SiloPaused(Random dice) : IFault
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    public string Name => "pause";

    public string? Obstacle(Arena arena) => null;

    public async Task<Blow> Strike(Arena arena, CancellationToken cancellation)
    {
        var (silo, generation) = await arena.AnyActive(dice, cancellation);
        using var door = new Caller(silo.Address, arena.Key, Patience);
        await silo.Send(Signal.Stop);
        var late = Enumerable.Range(0, arena.AccountCount).Select(_ => arena.Load.Payments.Next()).ToList();
        var asked = late.Select(command => door.Change(PaymentDesk.OrderOf(command), cancellation)).ToList();
        try
        {
            var declared = await arena.Cluster.Membership.UntilDead(silo.MemberPort, generation, cancellation);
            var since = CommandLog.Now;
            await Wait.Until("the others serve every account", Longest,
                () => Task.FromResult(arena.Load.Log.AllServedSince(since)), cancellation);
            await silo.Send(Signal.Continue);
            await Task.WhenAll(asked);
            await SendAgain(arena, late, cancellation);
            return new Blow(silo.Name, declared, since);
        }
        finally
        {
            await silo.Send(Signal.Continue);
        }
    }

    // Whatever the zombie said of them: whoever sent them repeats each at another door, and learns its version.
    private static Task SendAgain(Arena arena, List<PaidCommand> late, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            late,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (command, token) => await arena.Load.Payments.Pay(command, isRepeated: false, token));
}
