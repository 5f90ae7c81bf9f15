namespace BillingActors.Storage.Reports;

/// <summary>A sum of an ageing.</summary>
/// <param name="Group">Cycle, segment or legal entity.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Bucket">Age.</param>
/// <param name="AmountMinor">What is open, disputed or not, in minor units.</param>
/// <param name="DisputedMinor">What of it is disputed and not decided.</param>
/// <param name="AccountCount">Of how many accounts.</param>
public sealed record AgeingCell(
    string Group, string Currency, AgeingBucket Bucket, long AmountMinor, long DisputedMinor, long AccountCount);
