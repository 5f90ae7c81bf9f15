using System.Collections.Immutable;
using BillingActors.Storage.Postgres.Accounts;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Webhooks;
using Npgsql;

namespace BillingActors.Storage.Postgres.Webhooks;

/// <summary>
/// What waits to be sent, on PostgreSQL. Everything that looks at what else waits of an account holds its endpoint's
/// row, so that no two of them miss each other's rows.
/// </summary>
internal sealed class PostgresWebhookOutbox(PostgresDatabase database) : IWebhookOutbox
{
    public const string Lock = "select 1 from webhook_endpoint where webhook_id = $1 for update";

    private const string LockEnabled =
        "select 1 from webhook_endpoint where webhook_id = $1 and state = 'enabled' for update";

    private const string LockAll = $"""
        select {WebhookSql.Columns} from webhook_endpoint where state = 'enabled' order by webhook_id for update
        """;

    private readonly PostgresAccountReader _accounts = new(database);

    public Task<bool> Spread(DateTimeOffset now, CancellationToken cancellation) => database.InTransaction(
        async transaction =>
        {
            // Whoever spreads at the same moment waits here, and then sees what this one has left. A flush that commits
            // late shows later, in front of others: those of its account only follow it, and so are not there yet.
            var flushes = await transaction.Command(WebhookSql.SelectFlushes + " for update").Query(
                static row => (Position: row.GetInt64(0), Events: FlushNotice.Read(row.GetString(1))), cancellation);
            if (flushes.IsEmpty)
                return false;
            var webhooks = await transaction.Command(LockAll).Query(WebhookSql.ReadWebhook, cancellation);
            await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
            foreach (var (position, events) in flushes)
            {
                foreach (var (webhook, noticed) in Spreading.Of(webhooks, events))
                {
                    batch.Add(
                        WebhookSql.AddDelivery, webhook.WebhookId, noticed.Key, noticed.Version, noticed.Type,
                        Microseconds.Of(now), Microseconds.Of(now));
                }
                batch.Add(WebhookSql.DropFlush, position);
            }
            await batch.ExecuteNonQueryAsync(cancellation);
            return true;
        },
        cancellation);

    public Task<ImmutableArray<ClaimedDelivery>> Claim(
        string webhookId, int countMax, (DateTimeOffset Now, DateTimeOffset Lease) times,
        CancellationToken cancellation) => database.InTransaction(
        async transaction =>
        {
            var known = await transaction.Command(LockEnabled, webhookId)
                .Query(static row => row.GetInt32(0), cancellation);
            if (known.IsEmpty)
                return [];
            var claimed = await transaction.Command(
                WebhookSql.SelectDue, webhookId, Microseconds.Of(times.Now), countMax)
                .Query(WebhookSql.ReadClaimed, cancellation);
            foreach (var one in claimed)
                await transaction.Command(WebhookSql.SetClaimed, one.Number, Microseconds.Of(times.Lease))
                    .Run(cancellation);
            return claimed;
        },
        cancellation);

    public Task<bool> Settle(ClaimedDelivery claimed, DeliveryOutcome outcome, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var (id, at) = (claimed.WebhookId, Microseconds.Of(outcome.At));
                await transaction.Command(Lock, id).Run(cancellation);
                if (await transaction.Command(WebhookSql.SetSettled, WebhookSql.Settled(claimed, outcome))
                    .Run(cancellation) == 0)
                {
                    return false;
                }
                if (outcome.State != WebhookDelivery.Waiting)
                    await transaction.Command(WebhookSql.LetNextGo, id, claimed.AccountKey, at).Run(cancellation);
                if (outcome.State == WebhookDelivery.Delivered)
                    await transaction.Command(WebhookSql.SetWell, id).Run(cancellation);
                else
                    await transaction.Command(WebhookSql.SetFailing, id, at).Run(cancellation);
                if (outcome.Disables is { } why)
                    await Disable(transaction, claimed, (outcome, why), cancellation);
                return true;
            },
            cancellation);

    public async Task<byte[]> Message(ClaimedDelivery claimed, CancellationToken cancellation)
    {
        var (key, version) = (claimed.AccountKey, claimed.Version);
        var row = (await _accounts.ReadEvents(key, version - 1, 1, cancellation)).Single();
        var currency = await database.Command(WebhookSql.SelectCurrency, key)
            .Query(static one => one.GetString(0), cancellation);
        return WebhookMessage.Write(claimed, row, currency.Single());
    }

    public Task<int> Trim(DateTimeOffset before, CancellationToken cancellation) =>
        database.Command(WebhookSql.Trim, Microseconds.Of(before)).Run(cancellation);

    private static async Task Disable(
        NpgsqlTransaction transaction, ClaimedDelivery claimed, (DeliveryOutcome Outcome, string Why) end,
        CancellationToken cancellation)
    {
        var (id, at) = (claimed.WebhookId, Microseconds.Of(end.Outcome.At));
        if (await transaction.Command(WebhookSql.Disable, id, end.Why, at).Run(cancellation) == 0)
            return;
        await transaction.Command(
            WebhookSql.AddWaiting, id, WebhookEnd.Code(end.Why), WebhookEnd.Detail(end.Why)).Run(cancellation);
        await transaction.Append(WebhookEnd.Noted(claimed, end.Outcome), cancellation);
    }
}
