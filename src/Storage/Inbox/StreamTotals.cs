namespace BillingActors.Storage.Inbox;

/// <summary>The oldest row that waits in a stream, how long it has, and what is in quarantine.</summary>
internal sealed record StreamTotals(string Namespace, DateTimeOffset? OldestAt, long LagMilliseconds, long Quarantined);
