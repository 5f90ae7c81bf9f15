using System.Security.Cryptography;
using System.Text;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// What calls are signed with: random, sealed with the key of the legal entity, and only said once.
/// </summary>
public sealed class WebhookSecrets
{
    /// <summary>What the text of a secret begins with.</summary>
    public const string Prefix = "whsec_";

    private const int Length = 32;

    private readonly KeyRing _keys;

    internal WebhookSecrets(KeyRing keys) => _keys = keys;

    /// <summary>A new secret: its text for the receiver, and how it is stored.</summary>
    public async Task<(string Text, ReadOnlyMemory<byte> Sealed)> New(
        string entityId, string webhookId, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(Length);
        var key = await _keys.EntityKey(entityId, cancellation);
        return (Prefix + Convert.ToBase64String(secret), PersonalDataCipher.Encrypt(key, secret, Place(webhookId)));
    }

    /// <summary>
    /// The signatures of a text that is sent at a moment: one, or two while the receiver changes over.
    /// </summary>
    public async Task<string> Sign(
        StoredWebhook webhook, (string MessageId, DateTimeOffset At, byte[] Body) message,
        CancellationToken cancellation)
    {
        var (view, place) = (webhook.View, Place(webhook.View.WebhookId));
        var key = await _keys.EntityKey(view.EntityId, cancellation);
        var signed = Signature(PersonalDataCipher.Decrypt(key, webhook.Secret.Span, place), message);
        return webhook.SecretBefore is { } before && message.At < view.SecretBeforeUntil
            ? $"{signed} {Signature(PersonalDataCipher.Decrypt(key, before.Span, place), message)}"
            : signed;
    }

    /// <summary>The signature of Standard Webhooks 1.0.0: over id, second and body.</summary>
    internal static string Signature(byte[] secret, (string MessageId, DateTimeOffset At, byte[] Body) message)
    {
        byte[] text =
        [
            .. Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $"{message.MessageId}.{message.At.ToUnixTimeSeconds()}.")),
            .. message.Body,
        ];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, text));
    }

    private static string Place(string webhookId) => "webhook-secret/" + webhookId;
}
