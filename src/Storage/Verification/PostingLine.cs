namespace BillingActors.Storage.Verification;

/// <summary>A posting as it lies in the journal.</summary>
internal readonly record struct PostingLine(
    long Version, int Line, string LedgerAccount, string Currency, long AmountMinor, string BookedOn);
