using System.Collections.Immutable;
using BillingActors.Storage.Sqlite.Accounts;
using BillingActors.Storage.Sqlite.Audit;
using BillingActors.Storage.Webhooks;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Webhooks;

/// <summary>What waits to be sent, on SQLite: one writer, so nothing else needs to be locked.</summary>
internal sealed class SqliteWebhookOutbox(SqliteDatabase database) : IWebhookOutbox
{
    private readonly SqliteAccountReader _accounts = new(database);

    public async Task<bool> Spread(DateTimeOffset now, CancellationToken cancellation)
    {
        // The writer is asked for only where there is something: most looks find nothing.
        var waiting = await database.All(WebhookSql.SelectFlushes, static row => row.GetInt64(0), cancellation);
        return !waiting.IsEmpty && await database.Write(transaction => Spread(transaction, now), cancellation);
    }

    public Task<ImmutableArray<ClaimedDelivery>> Claim(
        string webhookId, int countMax, (DateTimeOffset Now, DateTimeOffset Lease) times,
        CancellationToken cancellation) => database.Write<ImmutableArray<ClaimedDelivery>>(
        transaction =>
        {
            var webhook = transaction.Query(WebhookSql.Find, WebhookSql.ReadWebhook, webhookId);
            if (webhook is not [{ View.IsEnabled: true }])
                return [];
            var claimed = transaction.Query(
                WebhookSql.SelectDue, WebhookSql.ReadClaimed, webhookId, Microseconds.Of(times.Now), countMax);
            foreach (var one in claimed)
                transaction.Execute(WebhookSql.SetClaimed, one.Number, Microseconds.Of(times.Lease));
            return [.. claimed];
        },
        cancellation);

    public Task<bool> Settle(ClaimedDelivery claimed, DeliveryOutcome outcome, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var (id, at) = (claimed.WebhookId, Microseconds.Of(outcome.At));
                if (transaction.Execute(WebhookSql.SetSettled, WebhookSql.Settled(claimed, outcome)) == 0)
                    return false;
                if (outcome.State != WebhookDelivery.Waiting)
                    transaction.Execute(WebhookSql.LetNextGo, id, claimed.AccountKey, at);
                if (outcome.State == WebhookDelivery.Delivered)
                    transaction.Execute(WebhookSql.SetWell, id);
                else
                    transaction.Execute(WebhookSql.SetFailing, id, at);
                if (outcome.Disables is { } why && transaction.Execute(WebhookSql.Disable, id, why, at) == 1)
                {
                    transaction.Execute(
                        WebhookSql.AddWaiting, id, WebhookEnd.Code(why), WebhookEnd.Detail(why));
                    transaction.Append(WebhookEnd.Noted(claimed, outcome));
                }
                return true;
            },
            cancellation);

    public async Task<byte[]> Message(ClaimedDelivery claimed, CancellationToken cancellation)
    {
        var (key, version) = (claimed.AccountKey, claimed.Version);
        var row = (await _accounts.ReadEvents(key, version - 1, 1, cancellation)).Single();
        var currency = await database.All(
            WebhookSql.SelectCurrency, static one => one.GetString(0), cancellation, key);
        return WebhookMessage.Write(claimed, row, currency.Single());
    }

    public Task<int> Trim(DateTimeOffset before, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(WebhookSql.Trim, Microseconds.Of(before)), cancellation);

    private static bool Spread(SqliteTransaction transaction, DateTimeOffset now)
    {
        var flushes = transaction.Query(
            WebhookSql.SelectFlushes,
            static row => (Position: row.GetInt64(0), Events: FlushNotice.Read(row.GetString(1))));
        var webhooks = transaction.Query(WebhookSql.List, WebhookSql.ReadWebhook)
            .Where(webhook => webhook.View.IsEnabled).ToList();
        var at = Microseconds.Of(now);
        foreach (var (position, events) in flushes)
        {
            foreach (var (webhook, noticed) in Spreading.Of(webhooks, events))
            {
                transaction.Execute(
                    WebhookSql.AddDelivery, webhook.WebhookId, noticed.Key, noticed.Version, noticed.Type, at, at);
            }
            transaction.Execute(WebhookSql.DropFlush, position);
        }
        return flushes.Count > 0;
    }
}
