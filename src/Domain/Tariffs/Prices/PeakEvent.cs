using NodaTime;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Hours of a local day that were called as an event.</summary>
/// <param name="Day">Local day.</param>
/// <param name="FromMinute">First local minute, 0 to 1,439.</param>
/// <param name="UntilMinute">End, exclusive, 1 to 1,440.</param>
/// <param name="Baseline">What the customer would have used; null: unknown, and no rebate.</param>
public sealed record PeakEvent(LocalDate Day, int FromMinute, int UntilMinute, decimal? Baseline = null)
{
    /// <summary>Id of the only list of events it is in; null: it is in every one.</summary>
    public string? List { get; init; }
}
