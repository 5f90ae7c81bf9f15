using System.Data.Common;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Master records: versions without gap; and personal data that is encrypted and can be opened.</summary>
internal static class MasterVerification
{
    private const string SelectVersions = "select kind, id, version from master_record order by kind, id, version";

    private const string SelectEntityKeys =
        "select entity_id, master_id, wrapped from legal_entity_key order by entity_id";

    private const string SelectCustomers = """
        select m.id, m.version, m.body, k.entity_id, k.wrapped, m.kind, p.state
        from master_record m left join customer_key k on k.customer_id = m.id
            left join person_request p on p.customer_id = m.id
        where m.kind in ('customer', 'tax-profile') order by m.kind, m.id, m.version
        """;

    public static void Check(Books books, MasterKey master, Findings findings, CancellationToken cancellation)
    {
        var (last, version) = (default((string Kind, string Id)), 0L);
        foreach (var (key, next) in books.Read(
            SelectVersions, row => ((Kind: row.GetString(0), Id: row.GetString(1)), row.GetInt64(2))))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.MasterVersions);
            var before = key == last ? version : 0;
            if (next != before + 1)
                findings.Add(Rule.MasterVersions, $"{key.Kind}/{key.Id}", $"after version {before} comes {next}");
            (last, version) = (key, next);
        }
        var keys = EntityKeys(books, master, findings);
        CheckCustomers(books, keys, findings, cancellation);
        EnvelopeVerification.Check(books, keys, findings, cancellation);
        WebhookVerification.Check(books, keys, findings);
        DeliveryVerification.Check(books, keys, findings);
        NoteVerification.Check(books, keys, findings, cancellation);
    }

    /// <summary>
    /// Keys by legal entity, and the group's; null for one that does not open: reported here and not per customer.
    /// </summary>
    private static Dictionary<string, byte[]?> EntityKeys(Books books, MasterKey master, Findings findings)
    {
        var keys = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var stored in books.Read(SelectEntityKeys, ReadKey))
        {
            try
            {
                keys.Add(stored.Id, KeyRing.Unwrap(master, stored));
            }
            catch (PersonalDataKeyException fault)
            {
                findings.Add(Rule.PersonalData, stored.Id, fault.Message);
                keys.Add(stored.Id, null);
            }
        }
        return keys;
    }

    private static void CheckCustomers(
        Books books, Dictionary<string, byte[]?> entityKeys, Findings findings, CancellationToken cancellation)
    {
        foreach (var customer in books.Read(SelectCustomers, ReadCustomer))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.PersonalData);
            if (Fault(customer, entityKeys) is { } fault)
                findings.Add(Rule.PersonalData, customer.Id, $"version {customer.Version}: {fault}");
        }
    }

    private static string? Fault(CustomerRow customer, Dictionary<string, byte[]?> entityKeys)
    {
        if (customer.Key is not { } wrapped)
            return "there is no key of the customer";
        var isErased = customer.State == PersonRequest.Erased;
        if (wrapped.IsDestroyed != isErased)
        {
            return isErased
                ? "it was erased, and its key is still there"
                : "its key was destroyed, and it was not erased";
        }
        if (isErased)
            return null;
        if (!entityKeys.TryGetValue(wrapped.WrappedBy, out var entityKey))
            return $"there is no key of legal entity '{wrapped.WrappedBy}'";
        if (entityKey is null)
            return null;
        try
        {
            var key = PersonalDataCipher.Decrypt(entityKey, wrapped.Wrapped, KeyRing.CustomerPlace(customer.Id));
            var place = MasterDataStore.Place(customer.Kind, customer.Id, customer.Version);
            PersonalDataCipher.Decrypt(key, customer.Body, place);
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }

    private static WrappedKey ReadKey(DbDataReader row) => new(row.GetString(0), row.GetString(1), Books.Bytes(row, 2));

    private static CustomerRow ReadCustomer(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        Books.Bytes(row, 2),
        row.IsDBNull(3) ? null : new WrappedKey(row.GetString(0), row.GetString(3), Books.Bytes(row, 4)),
        row.GetString(5),
        Books.TextOrNull(row, 6));

    private sealed record CustomerRow(
        string Id, long Version, byte[] Body, WrappedKey? Key, string Kind, string? State);
}
