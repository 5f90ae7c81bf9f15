using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// Statements that both databases understand: instants are microseconds and lists are JSON, so they differ only in how
/// they lock.
/// </summary>
internal static class WebhookSql
{
    public const string Columns = """
        webhook_id, entity_id, url, description, types, state, why, version, made_at, made_by, changed_at,
        failing_since, secret, secret_before, secret_before_until
        """;

    public const string Insert = $"""
        insert into webhook_endpoint({Columns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    /// <summary>$12 is the version before; an endpoint that is called again fails no more.</summary>
    public const string Update = """
        update webhook_endpoint set url = $2, description = $3, types = $4, state = $5, why = $6, version = $7,
            changed_at = $8, secret = $9, secret_before = $10, secret_before_until = $11,
            failing_since = case when state = 'disabled' then null else failing_since end
        where webhook_id = $1 and version = $12
        """;

    public const string Find = $"select {Columns} from webhook_endpoint where webhook_id = $1";

    public const string List = $"select {Columns} from webhook_endpoint order by made_at desc, webhook_id limit 1000";

    public const string Wanted = "select entity_id, types from webhook_endpoint where state = 'enabled'";

    public const string DeliveryColumns = """
        number, webhook_id, account_key, version, type, state, queued_at, attempt_count, next_at, last_at, last_status,
        last_outcome, last_milliseconds
        """;

    public const string Log = $"""
        select {DeliveryColumns} from webhook_delivery
        where webhook_id = $1 and number < $2 order by number desc limit $3
        """;

    public const string LogOfState = $"""
        select {DeliveryColumns} from webhook_delivery
        where webhook_id = $1 and number < $2 and state = $4 order by number desc limit $3
        """;

    public const string ReplayOne = """
        update webhook_delivery set state = 'waiting', next_at = $2, round_count = 0
        where webhook_id = $1 and number = $3 and (state <> 'waiting' or next_at is not null)
        """;

    public const string ReplayFailed = """
        update webhook_delivery set state = 'waiting', next_at = $2, round_count = 0
        where webhook_id = $1 and (state = 'failed' or (state = 'waiting' and next_at > $2 and round_count > 0))
        """;

    public const string ReplayFrom = """
        update webhook_delivery set state = 'waiting', next_at = $2, round_count = 0
        where webhook_id = $1 and queued_at >= $3 and state <> 'waiting'
        """;

    public const string AddFlush = "insert into webhook_flush(body) values ($1)";

    public const string SelectFlushes = "select position, body from webhook_flush order by position limit 20";

    public const string DropFlush = "delete from webhook_flush where position = $1";

    public const string AddDelivery = """
        insert into webhook_delivery(webhook_id, account_key, version, type, queued_at, next_at)
        select $1, $2, $3, $4, $5, case when exists (
            select 1 from webhook_delivery w where w.webhook_id = $1 and w.account_key = $2 and w.state = 'waiting')
            then null else $6 end
        where not exists (
            select 1 from webhook_delivery w where w.webhook_id = $1 and w.account_key = $2 and w.version = $3)
        """;

    /// <summary>Of an account only the first that waits, even where several have a time after a replay.</summary>
    public const string SelectDue = """
        select number, webhook_id, account_key, version, type, attempt_count + 1, round_count + 1
        from webhook_delivery d
        where webhook_id = $1 and state = 'waiting' and next_at <= $2 and not exists (
            select 1 from webhook_delivery e where e.webhook_id = d.webhook_id and e.account_key = d.account_key
                and e.state = 'waiting' and e.version < d.version)
        order by next_at, number limit $3
        """;

    public const string SetClaimed = """
        update webhook_delivery set next_at = $2, attempt_count = attempt_count + 1, round_count = round_count + 1
        where number = $1
        """;

    public const string SetSettled = """
        update webhook_delivery set state = $3, next_at = $4, last_at = $5, last_status = $6, last_outcome = $7,
            last_milliseconds = $8
        where number = $1 and attempt_count = $2 and state = 'waiting'
        """;

    public const string LetNextGo = """
        update webhook_delivery set next_at = $3
        where webhook_id = $1 and account_key = $2 and state = 'waiting' and next_at is null and version = (
            select min(version) from webhook_delivery
            where webhook_id = $1 and account_key = $2 and state = 'waiting')
        """;

    public const string SetWell =
        "update webhook_endpoint set failing_since = null where webhook_id = $1 and failing_since is not null";

    public const string SetFailing =
        "update webhook_endpoint set failing_since = $2 where webhook_id = $1 and failing_since is null";

    public const string Disable = """
        update webhook_endpoint set state = 'disabled', why = $2, version = version + 1, changed_at = $3
        where webhook_id = $1 and state = 'enabled'
        """;

    public const string AddWaiting = """
        insert into worklist(kind, code, detail, entity_id, field)
        select 'webhook-endpoint', $2, $3, entity_id, webhook_id from webhook_endpoint where webhook_id = $1
        """;

    public const string SelectCurrency = "select currency from account where account_key = $1";

    public const string Trim =
        "delete from webhook_delivery where state <> 'waiting' and last_at < $1";

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    public static object?[] Added(StoredWebhook webhook)
    {
        var view = webhook.View;
        return
        [
            view.WebhookId, view.EntityId, view.Url, view.Description, Text(view.Types), StateOf(view), view.Why,
            view.Version, Microseconds.Of(view.MadeAt), view.MadeBy, Microseconds.Of(view.ChangedAt),
            Microseconds.OrNull(view.FailingSince), webhook.Secret.ToArray(), webhook.SecretBefore?.ToArray(),
            Microseconds.OrNull(view.SecretBeforeUntil),
        ];
    }

    /// <summary>The parameters of <see cref="Update"/>.</summary>
    public static object?[] Changed(StoredWebhook webhook)
    {
        var view = webhook.View;
        return
        [
            view.WebhookId, view.Url, view.Description, Text(view.Types), StateOf(view), view.Why, view.Version,
            Microseconds.Of(view.ChangedAt), webhook.Secret.ToArray(), webhook.SecretBefore?.ToArray(),
            Microseconds.OrNull(view.SecretBeforeUntil), view.Version - 1,
        ];
    }

    /// <summary>The parameters of <see cref="SetSettled"/>.</summary>
    public static object?[] Settled(ClaimedDelivery claimed, DeliveryOutcome outcome) =>
    [
        claimed.Number, claimed.AttemptCount, outcome.State, Microseconds.OrNull(outcome.NextAt),
        Microseconds.Of(outcome.At), outcome.Status, outcome.Word, outcome.Milliseconds,
    ];

    /// <summary>The statement of a wish and its own parameter, if it has one.</summary>
    public static (string Sql, object? Value) Replaying(ReplayWish wish) => wish switch
    {
        { Number: { } number } => (ReplayOne, number),
        { From: { } from } => (ReplayFrom, Microseconds.Of(from)),
        _ => (ReplayFailed, null),
    };

    public static StoredWebhook ReadWebhook(DbDataReader row) => new(
        new Webhook(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            Types(row.GetString(4)),
            row.GetString(5) == "enabled",
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetInt64(7),
            Microseconds.ToInstant(row.GetInt64(8)),
            row.GetString(9),
            Microseconds.ToInstant(row.GetInt64(10)),
            InstantOrNull(row, 11),
            InstantOrNull(row, 14)),
        row.GetFieldValue<byte[]>(12),
        row.IsDBNull(13) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(13));

    public static (string EntityId, ImmutableArray<string> Types) ReadWanted(DbDataReader row) =>
        (row.GetString(0), Types(row.GetString(1)));

    public static ClaimedDelivery ReadClaimed(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetInt32(5),
        row.GetInt32(6));

    public static WebhookDelivery ReadDelivery(DbDataReader row)
    {
        var (key, version) = (row.GetString(2), row.GetInt64(3));
        return new WebhookDelivery(
            row.GetInt64(0),
            WebhookMessage.IdOf(row.GetString(1), key, version),
            row.GetString(4),
            AccountKey.IdOf(key),
            version,
            row.GetString(5),
            Microseconds.ToInstant(row.GetInt64(6)),
            row.GetInt32(7),
            InstantOrNull(row, 8),
            InstantOrNull(row, 9),
            row.IsDBNull(10) ? null : row.GetInt32(10),
            row.IsDBNull(11) ? null : row.GetString(11),
            row.IsDBNull(12) ? null : row.GetInt32(12));
    }

    private static string StateOf(Webhook view) => view.IsEnabled ? "enabled" : "disabled";

    private static string Text(ImmutableArray<string> types) => JsonSerializer.Serialize(types);

    private static ImmutableArray<string> Types(string text) =>
        JsonSerializer.Deserialize<ImmutableArray<string>>(text);

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Microseconds.ToInstant(row.GetInt64(column));
}
