namespace BillingActors.Domain.Collections;

/// <summary>How payment plans may look: number and reach of instalments, grace, and plans within a year.</summary>
public sealed record PlanRule(int InstalmentCountMax, int DaysMax, int GraceDays, int YearlyCountMax);
