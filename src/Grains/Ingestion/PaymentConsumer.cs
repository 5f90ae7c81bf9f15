using System.Text.Json;
using BillingActors.Grains.Imports;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Payments of a stream end where those of a file do: in the same decision about the account, and what nobody knows the
/// account of is unidentified cash. A payment is recognised by its receipt. Accounts seldom have more than one payment
/// waiting, so a page of them is stored together.
/// </summary>
internal sealed class PaymentConsumer(PaymentRecords payments) : IStreamPageConsumer
{
    public string Namespace => StreamNames.Payments;

    /// <summary>
    /// Few enough that most of a page is gone again before the memory is looked through: what pages of a thousand
    /// kept alive meanwhile was copied over and over.
    /// </summary>
    public int SubjectCountMax => 250;

    public async Task<IReadOnlyList<RecordVerdict>> Deliver(
        string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation) =>
        (await DeliverPage([new SubjectRecords(subject, records)], cancellation))[0];

    public async Task<IReadOnlyList<IReadOnlyList<RecordVerdict>>> DeliverPage(
        IReadOnlyList<SubjectRecords> page, CancellationToken cancellation)
    {
        var rows = page.Select(subject => subject.Records.Select(Row).ToList()).ToList();
        var readable = rows.SelectMany(own => own).OfType<PaymentRow>().ToList();
        if (readable.Count > 0)
            await payments.Enter(CommandId(page[0].Records[0]), readable, cancellation);
        return [.. rows.Select(own => own.Select(Verdict).ToList())];
    }

    private PaymentRow? Row(DeliveredRecord record) => Read(record) is { } entry
        ? new PaymentRow(new ImportItem(Payment: entry), CommandId(record))
        : null;

    /// <summary>Where the record stands, whatever else is delivered with it.</summary>
    private string CommandId(DeliveredRecord record) => $"{Namespace}.{record.Offset}";

    private static PaymentEntry? Read(DeliveredRecord record)
    {
        try
        {
            return PaymentRecordJson.Read(record.Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordVerdict Verdict(PaymentRow? row) => row switch
    {
        null => RecordVerdict.Refused("record-unreadable", "The record is not a payment."),
        { Problem: { } problem } => RecordVerdict.Refused(problem.Rule, problem.Detail),
        { IsStored: true } => RecordVerdict.Applied,
        _ => RecordVerdict.Duplicate,
    };
}
