namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>The mean of the demands of the last months is billed, that of the bill among them.</summary>
/// <param name="Months">How many months count, with that of the bill.</param>
/// <param name="Least">Least that each month counts with; null: as it is.</param>
public sealed record RollingMean(int Months, decimal? Least);
