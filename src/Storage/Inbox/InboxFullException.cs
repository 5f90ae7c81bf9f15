namespace BillingActors.Storage.Inbox;

/// <summary>Too much waits in a stream already; nothing was stored. Try again after the time given.</summary>
public sealed class InboxFullException(string streamNamespace, TimeSpan retryAfter)
    : Exception($"The stream '{streamNamespace}' has too much waiting.")
{
    /// <summary>When enough will probably have been worked off.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
