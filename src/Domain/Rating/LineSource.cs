namespace BillingActors.Domain.Rating;

/// <summary>
/// Where the quantity of a line comes from, so that the amount explains itself back to read and file.
/// </summary>
/// <param name="Kind">
/// "intervals", "reads", "days", "charge" or, of a part of a line that is credited, "invoice".
/// </param>
/// <param name="Reference">Channel or register with its reads, or the charge: "E1 2025-01-01..2025-02-01".</param>
/// <param name="Imports">
/// Import ids behind it, comma-separated, at most eight and then "…"; empty for "days" and "charge".
/// </param>
public sealed record LineSource(string Kind, string Reference, string Imports)
{
    /// <summary>Which share of the quantity rests on estimates or substitutes, 0 to 1.</summary>
    public decimal EstimatedShare { get; init; }

    /// <summary>
    /// The part of a full period that the quantity was multiplied by; null where it is none, or is the quantity itself.
    /// </summary>
    public decimal? PeriodShare { get; init; }
}
