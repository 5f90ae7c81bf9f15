namespace BillingActors.Load;
/// <summary>x</summary>
public sealed record CycleBenchOptions;
