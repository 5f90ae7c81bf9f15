using BillingActors.Survival.Clusters;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Faults;

/// <summary>Chooses what a fault falls on.</summary>
internal static class Choosing
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>One of them.</summary>
    public static T Among<T>(this Random dice, IReadOnlyList<T> things) => things[dice.Next(things.Count)];

    /// <summary>A span of seconds.</summary>
    public static TimeSpan Seconds(this Random dice, double least, double most) =>
        TimeSpan.FromSeconds(least + (dice.NextDouble() * (most - least)));

    /// <summary>A silo that takes part, and the generation it takes part as.</summary>
    public static Task<(ClusterProgram Member, int Generation)> AnyActive(
        this Arena arena, Random dice, CancellationToken cancellation) =>
        arena.UntilActive(dice.Among(arena.Cluster.WantedSilos), cancellation);

    /// <summary>
    /// Waits until a silo takes part. One that was declared dead and has not heard of it yet still answers that it is
    /// ready: it counts once the program that took its place does.
    /// </summary>
    public static async Task<(ClusterProgram Member, int Generation)> UntilActive(
        this Arena arena, ClusterProgram member, CancellationToken cancellation)
    {
        await member.UntilReady(cancellation);
        int? generation = null;
        await Wait.Until(member.Name + " takes part", Longest, async () =>
        {
            generation = await arena.Cluster.Membership.ActiveAt(member.MemberPort, cancellation);
            return generation is not null;
        }, cancellation);
        await member.UntilReady(cancellation);
        return (member, generation!.Value);
    }
}
