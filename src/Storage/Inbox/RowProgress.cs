namespace BillingActors.Storage.Inbox;

/// <summary>How far a row is.</summary>
internal sealed record RowProgress(int RecordCount, bool IsDone, int DuplicateCount, int RefusedCount);
