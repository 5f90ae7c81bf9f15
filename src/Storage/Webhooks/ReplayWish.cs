namespace BillingActors.Storage.Webhooks;

/// <summary>What is sent again: exactly one of the three is said.</summary>
/// <param name="Number">One delivery of the log.</param>
/// <param name="AllFailed">All that failed, and what waits for its next attempt.</param>
/// <param name="From">All that were queued since then.</param>
public sealed record ReplayWish(long? Number = null, bool AllFailed = false, DateTimeOffset? From = null);
