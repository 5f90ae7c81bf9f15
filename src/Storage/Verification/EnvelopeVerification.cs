using System.Data.Common;
using System.Globalization;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Records of files that wait, for their turn or for a person, can be opened.</summary>
internal static class EnvelopeVerification
{
    private const string SelectBatches = """
        select import_id, sequence, payload from import_batch where payload is not null order by import_id, sequence
        """;

    private const string SelectRecords =
        "select import_id, line, item from worklist where item is not null order by id";

    /// <summary>Looks into every envelope; what was stored before there were envelopes has none.</summary>
    /// <param name="books">What is stored.</param>
    /// <param name="keys">Keys by their owner, null for one that does not open and is reported already.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static void Check(
        Books books, Dictionary<string, byte[]?> keys, Findings findings, CancellationToken cancellation)
    {
        Check(SelectBatches, ImportEnvelopes.BatchPlace);
        Check(SelectRecords, ImportEnvelopes.RecordPlace);

        void Check(string sql, Func<string, int, string> placeOf)
        {
            foreach (var (importId, number, payload) in books.Read(sql, Read))
            {
                cancellation.ThrowIfCancellationRequested();
                findings.Count(Rule.PersonalData);
                if (ImportPayload.IsSealed(payload) && Fault(keys, payload, placeOf(importId, number)) is { } fault)
                    findings.Add(Rule.PersonalData, importId, fault);
            }
        }
    }

    private static (string ImportId, int Number, byte[] Payload) Read(DbDataReader row) => (
        row.GetString(0), Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture), Books.Bytes(row, 2));

    private static string? Fault(Dictionary<string, byte[]?> keys, byte[] payload, string place)
    {
        if (!keys.TryGetValue(KeyRing.Group, out var key))
            return "there is no key of the group";
        try
        {
            if (key is not null)
                ImportEnvelopes.Open(key, payload, place);
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }
}
