using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>How what is overdue is collected, for a segment and a jurisdiction.</summary>
/// <param name="Id">Policy.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Segment">Segment; empty for any.</param>
/// <param name="Jurisdiction">Jurisdiction; empty for any.</param>
/// <param name="GraceDays">Days after the due day before the first letter.</param>
/// <param name="MinimumMinor">Below this no letter is sent.</param>
/// <param name="Levels">Levels, first to last.</param>
/// <param name="QuietWeekdays">Weekdays without letters.</param>
/// <param name="QuietDays">Single days without letters.</param>
/// <param name="Interest">Interest; null: none.</param>
/// <param name="PromiseDaysMax">How far ahead a promise may lie.</param>
/// <param name="BrokenPromiseCountMax">Broken promises within a year after which none is taken.</param>
/// <param name="InstalmentCountMax">Instalments of a plan.</param>
/// <param name="PlanDaysMax">How far ahead a plan may reach.</param>
/// <param name="PlanGraceDays">Days an instalment may be late.</param>
/// <param name="PlanYearlyCountMax">Plans within a year.</param>
/// <param name="Disconnection">Disconnection; null: never.</param>
/// <param name="ChargesDeposits">Whether the fee of a letter is also for the deposits it asks for.</param>
[GenerateSerializer, Immutable, Alias("dunning-policy-record")]
public sealed record DunningPolicyRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string Segment,
    [property: Id(3)] string Jurisdiction,
    [property: Id(4)] int GraceDays,
    [property: Id(5)] long MinimumMinor,
    [property: Id(6)] ImmutableArray<DunningLevelRecord> Levels,
    [property: Id(7)] ImmutableArray<string> QuietWeekdays,
    [property: Id(8)] ImmutableArray<DateOnly> QuietDays,
    [property: Id(9)] InterestRecord? Interest,
    [property: Id(10)] int PromiseDaysMax,
    [property: Id(11)] int BrokenPromiseCountMax,
    [property: Id(12)] int InstalmentCountMax,
    [property: Id(13)] int PlanDaysMax,
    [property: Id(14)] int PlanGraceDays,
    [property: Id(15)] int PlanYearlyCountMax,
    [property: Id(16)] DisconnectionRecord? Disconnection = null,
    [property: Id(17)] bool ChargesDeposits = false);
