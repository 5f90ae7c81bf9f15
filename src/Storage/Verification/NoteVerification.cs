using System.Data.Common;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Texts of notes can be opened while their customer is kept, and what they are about exists.</summary>
internal static class NoteVerification
{
    private const string Select = """
        select n.note_id, n.customer_id, n.body, k.entity_id, k.wrapped,
            n.about is null
            or exists (select 1 from invoice i
                where n.about = 'invoice' and i.account_key = n.account_key and i.invoice_id = n.about_id)
            or exists (select 1 from dispute d
                where n.about = 'dispute' and d.account_key = n.account_key and d.dispute_id = n.about_id)
        from account_note n left join customer_key k on k.customer_id = n.customer_id
        order by n.number
        """;

    /// <summary>Opens every text, and looks for every document.</summary>
    /// <param name="books">What is stored.</param>
    /// <param name="keys">Keys by their owner, null for one that does not open and is reported already.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static void Check(
        Books books, Dictionary<string, byte[]?> keys, Findings findings, CancellationToken cancellation)
    {
        foreach (var row in books.Read(Select, Read))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.Notes);
            if (!row.IsAboutSomething)
                findings.Add(Rule.Notes, row.NoteId, "what it is about does not exist");
            if (Fault(row, keys) is { } fault)
                findings.Add(Rule.Notes, row.NoteId, fault);
        }
    }

    private static string? Fault(NoteLine row, Dictionary<string, byte[]?> keys)
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
            PersonalDataCipher.Decrypt(key, row.Body, NoteStore.Place(row.NoteId));
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }

    private static NoteLine Read(DbDataReader row) => new(
        row.GetString(0),
        Books.Bytes(row, 2),
        row.IsDBNull(3) ? null : new WrappedKey(row.GetString(1), row.GetString(3), Books.Bytes(row, 4)),
        Convert.ToInt64(row.GetValue(5), System.Globalization.CultureInfo.InvariantCulture) == 1);

    private sealed record NoteLine(string NoteId, byte[] Body, WrappedKey? Key, bool IsAboutSomething);
}
