namespace BillingActors.Survival.Faults;

/// <summary>Every kind of fault.</summary>
internal static class FaultCatalogue
{
    /// <summary>All of them, drawing from these dice what is left to chance.</summary>
    public static IReadOnlyList<IFault> All(Random dice) =>
    [
        new SiloJoins(),
        new SiloLeaves(dice),
        new SiloKilled(dice),
        new AllSilosKilled(),
        new SiloPaused(dice),
        new GatewayKilled(),
        new PostgresKilled(dice),
        new DataFull(dice),
        new LogFull(dice),
        new PoolStarved(dice),
        new SiloCutOff(dice),
        new DatabaseCutOff(dice),
        new ClockJumps(dice),
    ];

    /// <summary>Names of all of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All(new Random(0)).Select(fault => fault.Name)];
}
