namespace BillingActors.Load.Comparisons;

/// <summary>How fast somebody does the same work, and whether it came to the same.</summary>
internal sealed record RivalMeasure(string Name, double PerSecond, bool IsSame);
