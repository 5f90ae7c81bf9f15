namespace BillingActors.Storage.Webhooks;

/// <summary>
/// What calls are signed with: random, sealed with the key of the legal entity, and only said once.
/// </summary>
public interface IWebhookSecrets
{
    /// <summary>A new secret: its text for the receiver, and how it is stored.</summary>
    Task<(string Text, ReadOnlyMemory<byte> Sealed)> New(
        string entityId, string webhookId, CancellationToken cancellation);

    /// <summary>
    /// The signatures of a text that is sent at a moment: one, or two while the receiver changes over.
    /// </summary>
    Task<string> Sign(
        StoredWebhook webhook, (string MessageId, DateTimeOffset At, byte[] Body) message,
        CancellationToken cancellation);
}
