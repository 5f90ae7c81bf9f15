namespace BillingActors.Storage.Webhooks;

/// <summary>An event for an endpoint, and what became of it.</summary>
/// <param name="Number">Its place in the log.</param>
/// <param name="MessageId">What the receiver knows it by: the same at each attempt.</param>
/// <param name="Type">What happened.</param>
/// <param name="AccountId">To which account.</param>
/// <param name="AccountVersion">The event within the account.</param>
/// <param name="State">"waiting", "delivered" or "failed".</param>
/// <param name="QueuedAt">When it was put into the log.</param>
/// <param name="AttemptCount">How often it was sent.</param>
/// <param name="NextAt">When it is sent next; null where it waits for an earlier one of its account.</param>
/// <param name="LastAt">When the last attempt ended.</param>
/// <param name="LastStatus">What the receiver answered, as an HTTP status; null where it did not.</param>
/// <param name="LastOutcome">What became of the last attempt.</param>
/// <param name="LastMilliseconds">How long it took.</param>
public sealed record WebhookDelivery(
    long Number,
    string MessageId,
    string Type,
    string AccountId,
    long AccountVersion,
    string State,
    DateTimeOffset QueuedAt,
    int AttemptCount,
    DateTimeOffset? NextAt,
    DateTimeOffset? LastAt,
    int? LastStatus,
    string? LastOutcome,
    int? LastMilliseconds)
{
    /// <summary>It waits for its first or next attempt.</summary>
    public const string Waiting = "waiting";

    /// <summary>The receiver has it.</summary>
    public const string Delivered = "delivered";

    /// <summary>It was given up.</summary>
    public const string Failed = "failed";
}
