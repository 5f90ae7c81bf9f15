namespace BillingActors.Storage.Reports;

/// <summary>Where a cell of an ageing stands.</summary>
/// <param name="Group">Cycle, segment or legal entity.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Bucket">Age; null for the whole row.</param>
public sealed record AgeingPlace(string Group, string Currency, AgeingBucket? Bucket);
