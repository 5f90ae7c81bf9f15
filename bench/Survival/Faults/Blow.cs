using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Faults;

/// <summary>What a fault was.</summary>
/// <param name="Target">What it fell on.</param>
/// <param name="DeclaredAfter">How long it took until the silos agreed that one of them is dead; null without.</param>
/// <param name="Since">From when work has to go on: the death was declared, or the fault is mended.</param>
internal sealed record Blow(string Target, TimeSpan? DeclaredAfter, long Since)
{
    /// <summary>A fault that nobody had to be declared dead for, mended just now.</summary>
    public static Blow Mended(string target) => new(target, null, CommandLog.Now);
}
