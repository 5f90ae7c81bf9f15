namespace BillingActors.Storage.Webhooks;

/// <summary>A delivery that somebody tries now.</summary>
/// <param name="Number">Its place in the log.</param>
/// <param name="WebhookId">The endpoint.</param>
/// <param name="AccountKey">The account.</param>
/// <param name="Version">The event within the account.</param>
/// <param name="Type">What happened.</param>
/// <param name="AttemptCount">Attempts with this one; whoever settles it with another count comes too late.</param>
/// <param name="RoundCount">Attempts with this one since it was queued or replayed.</param>
public sealed record ClaimedDelivery(
    long Number, string WebhookId, string AccountKey, long Version, string Type, int AttemptCount, int RoundCount)
{
    /// <summary>What the receiver knows it by.</summary>
    public string MessageId => WebhookMessage.IdOf(WebhookId, AccountKey, Version);
}
