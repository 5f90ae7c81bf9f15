namespace BillingActors.Comparison.Service;

/// <summary>An account as the service shows it; the amount in text, for it is exact.</summary>
public sealed record PlainAccount(long OwedMinor, string Unbilled);
