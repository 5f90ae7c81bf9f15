using System.Runtime.CompilerServices;
using BillingActors.Formats.Text;
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
            yield return PaymentJson.Read(lines.Line.Span, lines.Number);
        }
        if (!hasRows)
            throw Refusal.Of(1, "record", "no-rows", "the file has no line");
    }
}
