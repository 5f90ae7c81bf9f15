using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Deliveries;

/// <summary>Documents that were asked to be sent. Each call finds its rows by key.</summary>
public interface IDeliveryStore
{
    /// <summary>Deliveries of an invoice or of a page.</summary>
    const int CountMax = 100;

    /// <summary>
    /// Adds a delivery that is due at once, and notes it, both or neither; an id that is there stays as it is. Its
    /// address is sealed with the key of its customer.
    /// </summary>
    Task<DeliveryAdding> Add(DocumentDelivery delivery, AuditEntry noted, CancellationToken cancellation);

    /// <summary>A delivery by its id; null where there is none.</summary>
    Task<DocumentDelivery?> Find(string deliveryId, CancellationToken cancellation);

    /// <summary>The newest deliveries of an invoice, newest first, at most <see cref="CountMax"/>.</summary>
    Task<ImmutableArray<DocumentDelivery>> Of(string invoiceId, CancellationToken cancellation);

    /// <summary>A page of all deliveries of a customer behind an id, by id.</summary>
    Task<ImmutableArray<DocumentDelivery>> OfCustomer(
        string customerId, string afterId, CancellationToken cancellation);

    /// <summary>
    /// Takes one that is due, until a lease ends: what nobody settled by then is due again. Null where none is.
    /// </summary>
    Task<ClaimedDocument?> Claim(DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation);

    /// <summary>
    /// Says what became of an attempt; false where another attempt has begun meanwhile. One that is given up is a row
    /// of the worklist, which ends when its invoice is sent after all.
    /// </summary>
    Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation);
}
