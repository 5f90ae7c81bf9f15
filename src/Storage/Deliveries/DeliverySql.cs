using System.Data.Common;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Deliveries;

/// <summary>Statements that both databases understand: instants are microseconds.</summary>
internal static class DeliverySql
{
    public const string Insert = """
        insert into document_delivery(
            delivery_id, account_key, customer_id, invoice_id, number, channel, recipient, address, message_id,
            asked_at, asked_by, command_id, reason, next_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing
        """;

    public const string Find = $"select {Columns} from document_delivery where delivery_id = $1";

    public const string OfInvoice = $"""
        select {Columns} from document_delivery where invoice_id = $1 order by asked_at desc, delivery_id limit 100
        """;

    public const string OfCustomer = $"""
        select {Columns} from document_delivery where customer_id = $1 and delivery_id > $2
        order by delivery_id limit 100
        """;

    public const string SelectDue = $"""
        select {Columns} from document_delivery where next_at <= $1 order by next_at, delivery_id limit 1
        """;

    public const string SetClaimed =
        "update document_delivery set next_at = $2, attempt_count = attempt_count + 1 where delivery_id = $1";

    public const string SetSettled = """
        update document_delivery set state = $3, next_at = $4, last_at = $5, last_status = $6, last_outcome = $7
        where delivery_id = $1 and attempt_count = $2 and next_at is not null
        """;

    /// <summary>The row of the worklist; its field is the invoice, so that a later success finds it.</summary>
    public const string AddWaiting = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        values ('invoice-delivery', $1, $2, $3, $4, $5)
        """;

    private const string Columns = """
        delivery_id, account_key, customer_id, invoice_id, number, channel, recipient, address, message_id, asked_at,
        asked_by, command_id, reason, state, attempt_count, next_at, last_at, last_status, last_outcome
        """;

    /// <summary>Ends rows of the worklist; the time is an expression of the database.</summary>
    public static string ResolveWaiting(string now) => $"""
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = {now}, resolution = 'sent after all'
        where state = 'open' and kind = 'invoice-delivery' and field = $1
        """;

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    public static object?[] Added(DeliveryRow row)
    {
        var one = row.Delivery;
        return
        [
            one.DeliveryId, AccountKey.Of(one.EntityId, one.AccountId), one.CustomerId, one.InvoiceId, one.Number,
            one.Channel, one.Recipient, row.Address, one.MessageId, Microseconds.Of(one.AskedAt), one.AskedBy,
            row.CommandId, one.Reason, Microseconds.Of(one.AskedAt),
        ];
    }

    /// <summary>The parameters of <see cref="SetSettled"/>.</summary>
    public static object?[] Settled(ClaimedDocument claimed, DocumentOutcome outcome) =>
    [
        claimed.Delivery.DeliveryId, claimed.Attempt, outcome.State, Microseconds.OrNull(outcome.NextAt),
        Microseconds.Of(outcome.At), outcome.Status, outcome.Word,
    ];

    /// <summary>The parameters of <see cref="AddWaiting"/>.</summary>
    public static object?[] Waiting(ClaimedDocument claimed, DocumentOutcome outcome)
    {
        var one = claimed.Delivery;
        return
        [
            "not-delivered",
            $"{one.Number} could not be sent by e-mail: {outcome.Word}. Ask the customer for an address, or send "
                + "it another way.",
            one.EntityId, one.AccountId, one.InvoiceId,
        ];
    }

    /// <summary>The parameters of <see cref="ResolveWaiting"/>.</summary>
    public static object?[] Resolved(ClaimedDocument claimed) => [claimed.Delivery.InvoiceId, PeriodicSeals.Actor];

    public static DeliveryRow ReadRow(DbDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(1));
        var delivery = new DocumentDelivery(
            row.GetString(0), entityId, accountId, row.GetString(2), row.GetString(3), row.GetString(4),
            row.GetString(5), row.GetString(6), null, row.GetString(8), Microseconds.ToInstant(row.GetInt64(9)),
            row.GetString(10), row.IsDBNull(12) ? null : row.GetString(12), row.GetString(13), row.GetInt32(14),
            InstantOrNull(row, 15), InstantOrNull(row, 16), row.IsDBNull(17) ? null : row.GetInt32(17),
            row.IsDBNull(18) ? null : row.GetString(18));
        return new DeliveryRow(delivery, row.GetString(11), row.GetFieldValue<byte[]>(7));
    }

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Microseconds.ToInstant(row.GetInt64(column));
}
