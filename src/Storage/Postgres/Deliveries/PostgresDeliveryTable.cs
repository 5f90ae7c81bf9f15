using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Postgres.Deliveries;

/// <summary>Deliveries on PostgreSQL: who looks for one passes over those that another holds.</summary>
internal sealed class PostgresDeliveryTable(PostgresDatabase database) : IDeliveryTable
{
    private const string SelectDue = DeliverySql.SelectDue + " for update skip locked";

    private static readonly string ResolveWaiting =
        DeliverySql.ResolveWaiting("now()");

    public Task<bool> Add(DeliveryRow row, AuditEntry noted, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(DeliverySql.Insert, DeliverySql.Added(row)).Run(cancellation) == 0)
                    return false;
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);

    public Task<ImmutableArray<DeliveryRow>> Find(string deliveryId, CancellationToken cancellation) =>
        database.Command(DeliverySql.Find, deliveryId).Query(DeliverySql.ReadRow, cancellation);

    public Task<ImmutableArray<DeliveryRow>> Of(string invoiceId, CancellationToken cancellation) =>
        database.Command(DeliverySql.OfInvoice, invoiceId).Query(DeliverySql.ReadRow, cancellation);

    public Task<ImmutableArray<DeliveryRow>> OfCustomer(
        string customerId, string afterId, CancellationToken cancellation) =>
        database.Command(DeliverySql.OfCustomer, customerId, afterId).Query(DeliverySql.ReadRow, cancellation);

    public Task<ImmutableArray<DeliveryRow>> Claim(
        DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation) => database.InTransaction(
        async transaction =>
        {
            if (await transaction.Command(SelectDue, Microseconds.Of(now)).Query(DeliverySql.ReadRow, cancellation)
                is not [var first])
            {
                return [];
            }
            var id = first.Delivery.DeliveryId;
            await transaction.Command(DeliverySql.SetClaimed, id, Microseconds.Of(lease)).Run(cancellation);
            return await transaction.Command(DeliverySql.Find, id).Query(DeliverySql.ReadRow, cancellation);
        },
        cancellation);

    public Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                var settled = DeliverySql.Settled(claimed, outcome);
                if (await transaction.Command(DeliverySql.SetSettled, settled).Run(cancellation) == 0)
                    return false;
                if (outcome.State == DocumentDelivery.GivenUp)
                {
                    await transaction.Command(DeliverySql.AddWaiting, DeliverySql.Waiting(claimed, outcome))
                        .Run(cancellation);
                }
                else if (outcome.State == DocumentDelivery.Sent)
                {
                    await transaction.Command(ResolveWaiting, DeliverySql.Resolved(claimed)).Run(cancellation);
                }
                return true;
            },
            cancellation);
}
