using BillingActors.Grains.Interfaces.Collections;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>
/// How the invented company collects: three letters, a fee with the second, interest, no disconnection.
/// </summary>
internal static class DemoDunning
{
    /// <summary>Id of the policy.</summary>
    public const string Id = "demo-dunning";

    /// <summary>Segment of the accounts it is for.</summary>
    public const string Segment = "lifelike";

    /// <summary>The policy.</summary>
    public static DunningPolicyRecord Policy() => new(
        Id, DemoMarket.EntityId, Segment, Jurisdiction: "", GraceDays: 3, MinimumMinor: 500,
        [
            new("reminder", WaitDays: 0, PayWithinDays: 7),
            new("second-reminder", WaitDays: 14, PayWithinDays: 7, FeeMinor: 1000),
            new("final-demand", WaitDays: 14, PayWithinDays: 10, FeeMinor: 1500),
        ],
        QuietWeekdays: ["saturday", "sunday"],
        QuietDays: [new DateOnly(2025, 12, 25), new DateOnly(2025, 12, 26)],
        new InterestRecord(
            [new(new DateOnly(2025, 1, 1), 8.5m)], DayBasis: 365, MinimumMinor: 100, EveryDays: 30, PayWithinDays: 14),
        PromiseDaysMax: 21,
        BrokenPromiseCountMax: 3,
        InstalmentCountMax: 12,
        PlanDaysMax: 200,
        PlanGraceDays: 5,
        PlanYearlyCountMax: 2);
}
