using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Deliveries in memory; nobody takes them.</summary>
internal sealed class MemoryDeliveries(MemoryAudit audit) : IDeliveryStore
{
    public ConcurrentDictionary<string, DocumentDelivery> Deliveries { get; } = new(StringComparer.Ordinal);

    /// <summary>Customers whose key was destroyed.</summary>
    public ConcurrentBag<string> Erased { get; } = [];

    /// <summary>What was settled.</summary>
    public ConcurrentQueue<DocumentOutcome> Outcomes { get; } = new();

    public async Task<DeliveryAdding> Add(
        DocumentDelivery delivery, AuditEntry noted, CancellationToken cancellation)
    {
        if (Erased.Contains(delivery.CustomerId))
            return DeliveryAdding.Erased;
        if (!Deliveries.TryAdd(delivery.DeliveryId, delivery))
            return DeliveryAdding.Known;
        await audit.Append(noted, cancellation);
        return DeliveryAdding.Added;
    }

    public Task<DocumentDelivery?> Find(string deliveryId, CancellationToken cancellation) =>
        Task.FromResult(Deliveries.GetValueOrDefault(deliveryId));

    public Task<ImmutableArray<DocumentDelivery>> Of(string invoiceId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<DocumentDelivery>>(
            [.. Deliveries.Values.Where(one => one.InvoiceId == invoiceId).OrderByDescending(one => one.AskedAt)]);

    public Task<ImmutableArray<DocumentDelivery>> OfCustomer(
        string customerId, string afterId, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<DocumentDelivery>>(
        [
            .. Deliveries.Values.Where(one => one.CustomerId == customerId)
                .Where(one => string.CompareOrdinal(one.DeliveryId, afterId) > 0)
                .OrderBy(one => one.DeliveryId, StringComparer.Ordinal).Take(IDeliveryStore.CountMax),
        ]);

    public Task<ClaimedDocument?> Claim(
        DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation)
    {
        if (Deliveries.Values.Where(one => one.NextAt <= now).MinBy(one => one.NextAt) is not { } due)
            return Task.FromResult<ClaimedDocument?>(null);
        var taken = due with { NextAt = lease, AttemptCount = due.AttemptCount + 1 };
        Deliveries[due.DeliveryId] = taken;
        return Task.FromResult<ClaimedDocument?>(new(
            Erased.Contains(taken.CustomerId) ? taken with { Address = null } : taken));
    }

    public Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation)
    {
        Outcomes.Enqueue(outcome);
        Deliveries[claimed.Delivery.DeliveryId] = claimed.Delivery with
        {
            State = outcome.State,
            NextAt = outcome.NextAt,
            LastAt = outcome.At,
            LastStatus = outcome.Status,
            LastOutcome = outcome.Word,
        };
        return Task.FromResult(true);
    }
}
