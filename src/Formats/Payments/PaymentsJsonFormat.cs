using System.Runtime.CompilerServices;
using System.Text.Json;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Payments;

/// <summary>Our own JSON of payments: one object per line.</summary>
internal sealed class PaymentsJsonFormat : IFileFormat
{
    public string Name => "payments-json";

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = FileHead.Text(head);
        return text.StartsWith('{') && text.Contains("\"paymentId\"", StringComparison.Ordinal);
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var plain = await IncomingFile.Open(file, cancellation);
        using var lines = new LineReader(plain);
        var hasRows = false;
        while (await lines.Read(cancellation))
        {
            if (lines.Line.Span.Trim().IsEmpty)
                continue;
            hasRows = true;
            yield return Item(lines.Line.Span, lines.Number);
        }
        if (!hasRows)
            throw Refusal.Of(1, "record", "no-rows", "the file has no line");
    }

    private static ImportItem Item(ReadOnlySpan<char> text, int number)
    {
        try
        {
            var line = JsonSerializer.Deserialize<PaymentLine>(text, PaymentLine.Strict);
            return line is null
                ? Rejected(text, new(number, "record", "json-invalid", "is null"))
                : new ImportItem(Payment: Entry(line, number));
        }
        catch (JsonException fault)
        {
            var field = fault.Path is { Length: > 2 } path ? path[2..] : "record";
            return Rejected(text, new(number, field, "json-invalid", "is not what a payment has here"));
        }
    }

    private static PaymentEntry Entry(PaymentLine line, int number) => new(
        line.EntityId,
        string.IsNullOrWhiteSpace(line.AccountId) ? null : line.AccountId,
        new Payment(
            PaymentText.ReceiptId(line.Source, line.PaymentId),
            line.Source,
            line.Method,
            line.AmountMinor,
            line.Currency,
            line.ValueOn,
            line.Reference,
            line.BatchId,
            line.CardToken,
            line.RetryOf,
            line.IsOnAccount,
            line.Items ?? []),
        number);

    private static ImportItem Rejected(ReadOnlySpan<char> text, RecordProblem problem) =>
        PaymentText.Masked(RejectedItem.Of(problem, text.ToString()));
}
