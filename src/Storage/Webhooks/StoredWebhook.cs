namespace BillingActors.Storage.Webhooks;

/// <summary>An endpoint as it is stored, its secrets sealed with the key of its legal entity.</summary>
/// <param name="View">What may be shown.</param>
/// <param name="Secret">What calls are signed with.</param>
/// <param name="SecretBefore">What they are signed with as well, while the receiver changes over.</param>
public sealed record StoredWebhook(Webhook View, ReadOnlyMemory<byte> Secret, ReadOnlyMemory<byte>? SecretBefore);
