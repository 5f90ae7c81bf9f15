using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Sqlite.Audit;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Sqlite.Webhooks;

/// <summary>Endpoints on SQLite.</summary>
internal sealed class SqliteWebhookStore(SqliteDatabase database) : IWebhookStore
{
    private const string ResolveWaiting = $"""
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = {Microseconds.Now},
            resolution = 'enabled again'
        where state = 'open' and kind = 'webhook-endpoint' and field = $1
        """;

    public Task Add(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            transaction.Execute(WebhookSql.Insert, WebhookSql.Added(webhook));
            transaction.Append(noted);
        },
        cancellation);

    public Task<bool> Change(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (transaction.Execute(WebhookSql.Update, WebhookSql.Changed(webhook)) == 0)
                return false;
            if (webhook.View.IsEnabled)
                transaction.Execute(ResolveWaiting, webhook.View.WebhookId, noted.ActorId);
            transaction.Append(noted);
            return true;
        },
        cancellation);

    public async Task<StoredWebhook?> Find(string webhookId, CancellationToken cancellation) =>
        (await database.All(WebhookSql.Find, WebhookSql.ReadWebhook, cancellation, webhookId)).FirstOrDefault();

    public Task<ImmutableArray<StoredWebhook>> List(CancellationToken cancellation) =>
        database.All(WebhookSql.List, WebhookSql.ReadWebhook, cancellation);

    public Task<ImmutableArray<WebhookDelivery>> Log(
        string webhookId, string? state, (long Before, int CountMax) page, CancellationToken cancellation)
    {
        var before = page.Before == 0 ? long.MaxValue : page.Before;
        return state is null
            ? database.All(WebhookSql.Log, WebhookSql.ReadDelivery, cancellation, webhookId, before, page.CountMax)
            : database.All(
                WebhookSql.LogOfState, WebhookSql.ReadDelivery, cancellation, webhookId, before, page.CountMax, state);
    }

    public Task<int?> Replay(string webhookId, ReplayWish wish, AuditEntry noted, CancellationToken cancellation) =>
        database.Write<int?>(
            transaction =>
            {
                if (!transaction.Append(noted))
                    return null;
                var (sql, value) = WebhookSql.Replaying(wish);
                var now = Microseconds.Of(noted.At);
                return value is null
                    ? transaction.Execute(sql, webhookId, now)
                    : transaction.Execute(sql, webhookId, now, value);
            },
            cancellation);
}
