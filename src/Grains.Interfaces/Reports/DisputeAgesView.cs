namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>How old undecided disputes are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="AmountMinor">What is in dispute, in minor units.</param>
/// <param name="AverageDays">Days since they were opened, on average.</param>
/// <param name="OldestDays">Days since the oldest was opened.</param>
/// <param name="LateCount">Those that should have been decided.</param>
public sealed record DisputeAgesView(
    long Count, long AmountMinor, decimal? AverageDays, int? OldestDays, long LateCount);
