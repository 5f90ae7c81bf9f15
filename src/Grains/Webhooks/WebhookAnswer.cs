namespace BillingActors.Grains.Webhooks;

/// <summary>What a call led to.</summary>
/// <param name="Word">What became of it, as the log and the metric say it.</param>
/// <param name="Status">The HTTP status; null where nobody answered.</param>
/// <param name="RetryAfter">How long the receiver asks to wait; null where it does not say.</param>
internal sealed record WebhookAnswer(string Word, int? Status = null, TimeSpan? RetryAfter = null)
{
    public const string Delivered = "delivered";
    public const string Gone = "gone";
    public const string Refused = "refused";
    public const string Redirected = "redirected";
    public const string TimedOut = "timed-out";
    public const string Unreachable = "unreachable";
    public const string Blocked = "blocked";
}
