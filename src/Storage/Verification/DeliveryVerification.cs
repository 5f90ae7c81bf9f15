using System.Data.Common;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Addresses of deliveries can be opened while their customer is kept, and their documents exist.</summary>
internal static class DeliveryVerification
{
    private const string Select = """
        select d.delivery_id, d.customer_id, d.address, k.entity_id, k.wrapped,
            (select count(*) from invoice i where i.account_key = d.account_key and i.invoice_id = d.invoice_id)
        from document_delivery d left join customer_key k on k.customer_id = d.customer_id
        order by d.delivery_id
        """;

    /// <summary>Opens every address, and looks for every document.</summary>
    /// <param name="books">What is stored.</param>
    /// <param name="keys">Keys by their owner, null for one that does not open and is reported already.</param>
    /// <param name="findings">What was found.</param>
    public static void Check(Books books, Dictionary<string, byte[]?> keys, Findings findings)
    {
        foreach (var row in books.Read(Select, Read))
        {
            findings.Count(Rule.Deliveries);
            if (row.DocumentCount == 0)
                findings.Add(Rule.Deliveries, row.DeliveryId, "there is no such document");
            if (Fault(row, keys) is { } fault)
                findings.Add(Rule.Deliveries, row.DeliveryId, fault);
        }
    }

    private static string? Fault(DeliveryRow row, Dictionary<string, byte[]?> keys)
    {
        if (row.Key is not { } wrapped)
            return "there is no key of the customer";
        if (wrapped.IsDestroyed)
            return null;
        if (!keys.TryGetValue(wrapped.WrappedBy, out var entityKey))
            return $"there is no key of legal entity '{wrapped.WrappedBy}'";
        if (entityKey is null)
            return null;
        try
        {
            var key = PersonalDataCipher.Decrypt(entityKey, wrapped.Wrapped, KeyRing.CustomerPlace(wrapped.Id));
            PersonalDataCipher.Decrypt(key, row.Address, DeliveryStore.Place(row.DeliveryId));
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }

    private static DeliveryRow Read(DbDataReader row) => new(
        row.GetString(0),
        Books.Bytes(row, 2),
        row.IsDBNull(3) ? null : new WrappedKey(row.GetString(1), row.GetString(3), Books.Bytes(row, 4)),
        row.GetInt64(5));

    private sealed record DeliveryRow(string DeliveryId, byte[] Address, WrappedKey? Key, long DocumentCount);
}
