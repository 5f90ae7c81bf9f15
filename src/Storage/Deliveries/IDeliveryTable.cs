using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Deliveries;

/// <summary>Rows of deliveries, as each database has them.</summary>
internal interface IDeliveryTable
{
    /// <summary>Adds a row and notes it; false where its id is there.</summary>
    Task<bool> Add(DeliveryRow row, AuditEntry noted, CancellationToken cancellation);

    /// <summary>The row of an id.</summary>
    Task<ImmutableArray<DeliveryRow>> Find(string deliveryId, CancellationToken cancellation);

    /// <summary>The newest rows of an invoice.</summary>
    Task<ImmutableArray<DeliveryRow>> Of(string invoiceId, CancellationToken cancellation);

    /// <summary>Rows of a customer behind an id.</summary>
    Task<ImmutableArray<DeliveryRow>> OfCustomer(string customerId, string afterId, CancellationToken cancellation);

    /// <summary>The row that is due first, with its next attempt; none is an empty answer.</summary>
    Task<ImmutableArray<DeliveryRow>> Claim(
        DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation);

    /// <summary>Stores an outcome, and what the worklist says of it.</summary>
    Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation);
}
