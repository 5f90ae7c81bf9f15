using System.Data.Common;
using System.Globalization;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Verification;

/// <summary>Records of files that wait, for their turn, for their other parts or for a person, can be opened.</summary>
internal static class EnvelopeVerification
{
    private const string SelectBatches = """
        select import_id, sequence, payload from import_batch where payload is not null order by import_id, sequence
        """;

    private const string SelectRecords =
        "select import_id, line, item from worklist where item is not null order by id";

    private const string SelectParts = """
        select source || '/' || call_id, part, payload from held_call_part where payload is not null order by 1, 2
        """;

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
        Check(SelectParts, HeldCallEnvelopes.PlaceOf, isMarked: false);

        void Check(string sql, Func<string, int, string> placeOf, bool isMarked = true)
        {
            foreach (var (name, number, payload) in books.Read(sql, Read))
            {
                cancellation.ThrowIfCancellationRequested();
                findings.Count(Rule.PersonalData);
                if (isMarked && !ImportPayload.IsSealed(payload))
                    continue;
                if (Fault(keys, isMarked ? payload[1..] : payload, placeOf(name, number)) is { } fault)
                    findings.Add(Rule.PersonalData, name, fault);
            }
        }
    }

    private static (string Name, int Number, byte[] Payload) Read(DbDataReader row) => (
        row.GetString(0), Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture), Books.Bytes(row, 2));

    private static string? Fault(Dictionary<string, byte[]?> keys, byte[] payload, string place)
    {
        if (!keys.TryGetValue(KeyRing.Group, out var key))
            return "there is no key of the group";
        try
        {
            if (key is not null)
                PersonalDataCipher.Decrypt(key, payload, place);
            return null;
        }
        catch (PersonalDataKeyException fault)
        {
            return fault.Message;
        }
    }
}
