using System.Text.Json;
using BillingActors.Grains.Imports;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Payments of a stream end where those of a file do: in the same decision about the account, and what nobody knows the
/// account of is unidentified cash. A payment is recognised by its receipt.
/// </summary>
internal sealed class PaymentConsumer(PaymentRecords payments) : IStreamConsumer
{
    public string Namespace => StreamNames.Payments;

    public async Task<IReadOnlyList<RecordVerdict>> Deliver(
        string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation)
    {
        var verdicts = new RecordVerdict[records.Count];
        var items = new List<ImportItem>(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            if (Read(records[i], line: i) is { } entry)
                items.Add(new ImportItem(Payment: entry));
            else
                verdicts[i] = RecordVerdict.Refused("record-unreadable", "The record is not a payment.");
        }
        foreach (var row in await payments.Enter($"{Namespace}.{records[0].Offset}", items, cancellation))
            verdicts[row.Entry.Line] = Verdict(row);
        return verdicts;
    }

    /// <summary>The line is the record's place in the call, by which its verdict is found again.</summary>
    private static PaymentEntry? Read(DeliveredRecord record, int line)
    {
        try
        {
            return PaymentRecordJson.Read(record.Body.Span) with { Line = line };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordVerdict Verdict(PaymentRow row) => row.Problem is { } problem
        ? RecordVerdict.Refused(problem.Rule, problem.Detail)
        : row.IsStored ? RecordVerdict.Applied : RecordVerdict.Duplicate;
}
