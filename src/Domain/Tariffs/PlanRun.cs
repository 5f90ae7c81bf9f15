namespace BillingActors.Domain.Tariffs;

/// <summary>Minutes of a local day in a row that belong to one period.</summary>
/// <param name="UntilMinute">End, exclusive; the run starts where the one before ends.</param>
/// <param name="Period">Index into the periods of the calendar, or -1 where no rule covers it.</param>
internal readonly record struct PlanRun(int UntilMinute, int Period);
