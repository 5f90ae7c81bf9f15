using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Sqlite.Audit;

namespace BillingActors.Storage.Sqlite.Deliveries;

/// <summary>Deliveries on SQLite: one writer, so nothing needs to be locked.</summary>
internal sealed class SqliteDeliveryTable(SqliteDatabase database) : IDeliveryTable
{
    private static readonly string ResolveWaiting =
        DeliverySql.ResolveWaiting(Microseconds.Now);

    public Task<bool> Add(DeliveryRow row, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction =>
        {
            if (transaction.Execute(DeliverySql.Insert, DeliverySql.Added(row)) == 0)
                return false;
            transaction.Append(noted);
            return true;
        },
        cancellation);

    public Task<ImmutableArray<DeliveryRow>> Find(string deliveryId, CancellationToken cancellation) =>
        database.All(DeliverySql.Find, DeliverySql.ReadRow, cancellation, deliveryId);

    public Task<ImmutableArray<DeliveryRow>> Of(string invoiceId, CancellationToken cancellation) =>
        database.All(DeliverySql.OfInvoice, DeliverySql.ReadRow, cancellation, invoiceId);

    public Task<ImmutableArray<DeliveryRow>> OfCustomer(
        string customerId, string afterId, CancellationToken cancellation) =>
        database.All(DeliverySql.OfCustomer, DeliverySql.ReadRow, cancellation, customerId, afterId);

    public async Task<ImmutableArray<DeliveryRow>> Claim(
        DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation)
    {
        // The writer is asked for only where there is something: most looks find nothing.
        var due = await database.All(
            DeliverySql.SelectDue, DeliverySql.ReadRow, cancellation, Microseconds.Of(now));
        return due.IsEmpty ? due : await database.Write(
            transaction =>
            {
                if (transaction.Query(DeliverySql.SelectDue, DeliverySql.ReadRow, Microseconds.Of(now))
                    is not [var first])
                {
                    return [];
                }
                var id = first.Delivery.DeliveryId;
                transaction.Execute(DeliverySql.SetClaimed, id, Microseconds.Of(lease));
                return ImmutableArray.CreateRange(transaction.Query(DeliverySql.Find, DeliverySql.ReadRow, id));
            },
            cancellation);
    }

    public Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                if (transaction.Execute(DeliverySql.SetSettled, DeliverySql.Settled(claimed, outcome)) == 0)
                    return false;
                if (outcome.State == DocumentDelivery.GivenUp)
                    transaction.Execute(DeliverySql.AddWaiting, DeliverySql.Waiting(claimed, outcome));
                else if (outcome.State == DocumentDelivery.Sent)
                    transaction.Execute(ResolveWaiting, DeliverySql.Resolved(claimed));
                return true;
            },
            cancellation);
}
