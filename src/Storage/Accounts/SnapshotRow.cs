namespace BillingActors.Storage.Accounts;

/// <summary>A snapshot of this program's schema as it lies in its table.</summary>
/// <param name="Key">The account.</param>
/// <param name="Version">Version it was taken at, always the end of a commit.</param>
/// <param name="Link">The chain link after that commit.</param>
/// <param name="Body">The account as JSON.</param>
internal sealed record SnapshotRow(string Key, long Version, byte[] Link, byte[] Body);
