using System.Collections.Immutable;
using System.Text;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Deliveries;

/// <summary>Seals addresses with the key of their customer: whose key is destroyed takes them along.</summary>
internal sealed class DeliveryStore(IDeliveryTable table, KeyRing keys) : IDeliveryStore
{
    /// <inheritdoc />
    public async Task<DeliveryAdding> Add(
        DocumentDelivery delivery, AuditEntry noted, CancellationToken cancellation)
    {
        var address = Encoding.UTF8.GetBytes(
            delivery.Address ?? throw new ArgumentException("A new delivery has an address.", nameof(delivery)));
        if (await keys.CustomerKey(delivery.CustomerId, delivery.EntityId, cancellation) is not { Length: > 0 } key)
            return DeliveryAdding.Erased;
        var row = new DeliveryRow(
            delivery, noted.RequestId, PersonalDataCipher.Encrypt(key, address, Place(delivery.DeliveryId)));
        return await table.Add(row, noted, cancellation) ? DeliveryAdding.Added : DeliveryAdding.Known;
    }

    /// <inheritdoc />
    public async Task<DocumentDelivery?> Find(string deliveryId, CancellationToken cancellation) =>
        (await Open(await table.Find(deliveryId, cancellation), cancellation)).FirstOrDefault();

    /// <inheritdoc />
    public async Task<ImmutableArray<DocumentDelivery>> Of(string invoiceId, CancellationToken cancellation) =>
        await Open(await table.Of(invoiceId, cancellation), cancellation);

    /// <inheritdoc />
    public async Task<ImmutableArray<DocumentDelivery>> OfCustomer(
        string customerId, string afterId, CancellationToken cancellation) =>
        await Open(await table.OfCustomer(customerId, afterId, cancellation), cancellation);

    /// <inheritdoc />
    public async Task<ClaimedDocument?> Claim(
        DateTimeOffset now, DateTimeOffset lease, CancellationToken cancellation) =>
        await Open(await table.Claim(now, lease, cancellation), cancellation) is [var delivery]
            ? new ClaimedDocument(delivery)
            : null;

    /// <inheritdoc />
    public Task<bool> Settle(ClaimedDocument claimed, DocumentOutcome outcome, CancellationToken cancellation) =>
        table.Settle(claimed, outcome, cancellation);

    /// <summary>What the envelope of an address belongs to.</summary>
    internal static string Place(string deliveryId) => "document-delivery/" + deliveryId;

    private async Task<ImmutableArray<DocumentDelivery>> Open(
        ImmutableArray<DeliveryRow> rows, CancellationToken cancellation)
    {
        if (rows.IsEmpty)
            return [];
        var known = await keys.CustomerKeys([.. rows.Select(Customer).Distinct(StringComparer.Ordinal)], cancellation);
        return
        [
            .. rows.Select(row => row.Delivery with
            {
                Address = known.GetValueOrDefault(Customer(row)) is { Length: > 0 } key
                    ? Encoding.UTF8.GetString(
                        PersonalDataCipher.Decrypt(key, row.Address, Place(row.Delivery.DeliveryId)))
                    : null,
            }),
        ];
    }

    private static string Customer(DeliveryRow row) => row.Delivery.CustomerId;
}
