using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Endpoints in memory; their secrets are numbers.</summary>
internal sealed class MemoryWebhooks(MemoryAudit audit) : IWebhookStore, IWebhookSecrets
{
    private int _secretCount;

    public ConcurrentDictionary<string, StoredWebhook> Webhooks { get; } = new(StringComparer.Ordinal);

    public Task Add(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation)
    {
        Webhooks[webhook.View.WebhookId] = webhook;
        return audit.Append(noted, cancellation);
    }

    public async Task<bool> Change(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation)
    {
        if (Webhooks[webhook.View.WebhookId].View.Version != webhook.View.Version - 1)
            return false;
        Webhooks[webhook.View.WebhookId] = webhook;
        await audit.Append(noted, cancellation);
        return true;
    }

    public Task<StoredWebhook?> Find(string webhookId, CancellationToken cancellation) =>
        Task.FromResult(Webhooks.GetValueOrDefault(webhookId));

    public Task<ImmutableArray<StoredWebhook>> List(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<StoredWebhook>>([.. Webhooks.Values]);

    public Task<ImmutableArray<WebhookDelivery>> Log(
        string webhookId, string? state, (long Before, int CountMax) page, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<WebhookDelivery>>([]);

    public async Task<int?> Replay(
        string webhookId, ReplayWish wish, AuditEntry noted, CancellationToken cancellation) =>
        await audit.Append(noted, cancellation) ? wish.Number is null ? 3 : 0 : null;

    public Task<(string Text, ReadOnlyMemory<byte> Sealed)> New(
        string entityId, string webhookId, CancellationToken cancellation)
    {
        var number = (byte)Interlocked.Increment(ref _secretCount);
        return Task.FromResult<(string, ReadOnlyMemory<byte>)>(
            ($"whsec_{Convert.ToBase64String(Enumerable.Repeat(number, 32).ToArray())}", new byte[] { number }));
    }

    public Task<string> Sign(
        StoredWebhook webhook, (string MessageId, DateTimeOffset At, byte[] Body) message,
        CancellationToken cancellation) => throw new NotSupportedException();
}
