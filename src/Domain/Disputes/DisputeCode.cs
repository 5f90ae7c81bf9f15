namespace BillingActors.Domain.Disputes;

/// <summary>An entry of a list people choose from: a root cause or a note.</summary>
public sealed record DisputeCode(string Code, string Name);
