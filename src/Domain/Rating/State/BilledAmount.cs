using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>
/// What was billed for a charge and a period, after rounding, so that a correction bills the difference.
/// </summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Key">
/// What is billed apart under the code, such as tier and time-of-use period; empty for one line.
/// </param>
/// <param name="Period">The days it was billed for.</param>
/// <param name="Quantity">The quantity billed.</param>
/// <param name="AmountMinor">The amount billed, in minor units.</param>
/// <param name="TariffVersion">"tariff@version" that priced it.</param>
public sealed record BilledAmount(
    string Charge,
    string Key,
    Period Period,
    decimal Quantity,
    long AmountMinor,
    string TariffVersion)
{
    /// <summary>What it came to before rounding, where bills of one period are rounded each; null: as billed.</summary>
    public decimal? ExactAmount { get; init; }

    /// <summary>
    /// What the rating came to in minor units, where bills of one period are rounded each and sum to something else;
    /// null: as billed.
    /// </summary>
    public long? CountedMinor { get; init; }
}
