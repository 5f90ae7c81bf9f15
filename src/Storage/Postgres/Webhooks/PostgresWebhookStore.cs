using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Postgres.Webhooks;

/// <summary>Endpoints on PostgreSQL.</summary>
internal sealed class PostgresWebhookStore(PostgresDatabase database) : IWebhookStore
{
    private const string ResolveWaiting = """
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = now(), resolution = 'enabled again'
        where state = 'open' and kind = 'webhook-endpoint' and field = $1
        """;

    public Task Add(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                await transaction.Command(WebhookSql.Insert, WebhookSql.Added(webhook)).Run(cancellation);
                return await transaction.Append(noted, cancellation);
            },
            cancellation);

    public Task<bool> Change(StoredWebhook webhook, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(WebhookSql.Update, WebhookSql.Changed(webhook)).Run(cancellation) == 0)
                    return false;
                if (webhook.View.IsEnabled)
                {
                    await transaction.Command(ResolveWaiting, webhook.View.WebhookId, noted.ActorId)
                        .Run(cancellation);
                }
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);

    public async Task<StoredWebhook?> Find(string webhookId, CancellationToken cancellation) =>
        (await database.Command(WebhookSql.Find, webhookId).Query(WebhookSql.ReadWebhook, cancellation))
        .FirstOrDefault();

    public Task<ImmutableArray<StoredWebhook>> List(CancellationToken cancellation) =>
        database.Command(WebhookSql.List).Query(WebhookSql.ReadWebhook, cancellation);

    public Task<ImmutableArray<WebhookDelivery>> Log(
        string webhookId, string? state, (long Before, int CountMax) page, CancellationToken cancellation)
    {
        var before = page.Before == 0 ? long.MaxValue : page.Before;
        return (state is null
            ? database.Command(WebhookSql.Log, webhookId, before, page.CountMax)
            : database.Command(WebhookSql.LogOfState, webhookId, before, page.CountMax, state))
            .Query(WebhookSql.ReadDelivery, cancellation);
    }

    public Task<int?> Replay(string webhookId, ReplayWish wish, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction<int?>(
            async transaction =>
            {
                await transaction.Command(PostgresWebhookOutbox.Lock, webhookId).Run(cancellation);
                if (!await transaction.Append(noted, cancellation))
                    return null;
                var (sql, value) = WebhookSql.Replaying(wish);
                var now = Microseconds.Of(noted.At);
                return value is null
                    ? await transaction.Command(sql, webhookId, now).Run(cancellation)
                    : await transaction.Command(sql, webhookId, now, value).Run(cancellation);
            },
            cancellation);
}
