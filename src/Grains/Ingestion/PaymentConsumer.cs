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
        // The line is the record's place in this call, by which its verdict is found again.
        var items = records.Select((record, index) => new ImportItem(
            Payment: PaymentRecordJson.Read(record.Body.Span) with { Line = index })).ToList();
        var rows = await payments.Enter($"{Namespace}.{records[0].Offset}", items, cancellation);
        var verdicts = new RecordVerdict[records.Count];
        foreach (var row in rows)
            verdicts[row.Entry.Line] = Verdict(row);
        return verdicts;
    }

    private static RecordVerdict Verdict(PaymentRow row) => row.Problem is { } problem
        ? RecordVerdict.Refused(problem.Rule, problem.Detail)
        : row.IsStored ? RecordVerdict.Applied : RecordVerdict.Duplicate;
}
