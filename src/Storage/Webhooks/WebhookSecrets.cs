using System.Security.Cryptography;
using System.Text;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Webhooks;

/// <summary>Secrets of 256 random bits under the keys of their legal entities.</summary>
internal sealed class WebhookSecrets(KeyRing keys) : IWebhookSecrets
{
    /// <summary>What the text of a secret begins with.</summary>
    public const string Prefix = "whsec_";

    private const int Length = 32;

    /// <inheritdoc />
    public async Task<(string Text, ReadOnlyMemory<byte> Sealed)> New(
        string entityId, string webhookId, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(Length);
        var key = await keys.EntityKey(entityId, cancellation);
        return (Prefix + Convert.ToBase64String(secret), PersonalDataCipher.Encrypt(key, secret, Place(webhookId)));
    }

    /// <inheritdoc />
    public async Task<string> Sign(
        StoredWebhook webhook, (string MessageId, DateTimeOffset At, byte[] Body) message,
        CancellationToken cancellation)
    {
        var (view, place) = (webhook.View, Place(webhook.View.WebhookId));
        var key = await keys.EntityKey(view.EntityId, cancellation);
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

    /// <summary>What the envelope of a secret belongs to.</summary>
    internal static string Place(string webhookId) => "webhook-secret/" + webhookId;
}
