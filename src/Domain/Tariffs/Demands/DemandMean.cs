namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>A demand is the mean of the highest windows, such as the three highest hours of a month.</summary>
/// <param name="Highest">How many windows; where there are fewer, the mean of those there are.</param>
/// <param name="IsOfDays">Whether each is of another day, so that the highest of each day counts.</param>
public sealed record DemandMean(int Highest, bool IsOfDays);
