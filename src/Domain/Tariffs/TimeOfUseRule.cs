namespace BillingActors.Domain.Tariffs;

/// <summary>Hours of some days of a season that belong to a period.</summary>
/// <param name="Season">Name of the season; null: all.</param>
/// <param name="Days">Kinds of days.</param>
/// <param name="FromMinute">First local minute of the day, 0 to 1,439.</param>
/// <param name="UntilMinute">End, exclusive, 1 to 1,440.</param>
/// <param name="Period">Name of the period, such as "peak".</param>
public sealed record TimeOfUseRule(string? Season, DayKind Days, int FromMinute, int UntilMinute, string Period);
