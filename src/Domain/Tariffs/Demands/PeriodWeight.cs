namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What the windows of a period are multiplied by before they are compared.</summary>
/// <param name="Period">Period of the calendar.</param>
/// <param name="Factor">0 to 10, with at most six decimals; 0: they do not count.</param>
public readonly record struct PeriodWeight(string Period, decimal Factor);
