using System.Runtime.CompilerServices;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Csv;

/// <summary>Our own CSV of usage: an interval or a register read per row, told apart by the header.</summary>
internal sealed class UsageCsvFormat : IFileFormat
{
    public string Name => "usage-csv";

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var line = FileHead.Text(head).Split('\n', '\r')[0].Split(',');
        return line.Contains("service_point") && (line.Contains("quantity") || line.Contains("read_on"));
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var table = await CsvTable.Open(file, [IntervalRows.Shape, RegisterRows.Shape], cancellation);
        var hasRows = false;
        var intervals = table.Row.Header.Shape == IntervalRows.Shape ? new IntervalRows() : null;
        while (await table.Read(cancellation))
        {
            hasRows = true;
            if (intervals is null)
                yield return RegisterRows.Read(table.Row);
            else
                foreach (var item in intervals.Take(table.Row))
                    yield return item;
        }
        if (!hasRows)
            throw Refusal.Of(table.Row.Line, "record", "no-readings", "no row stands below the header");
        if (intervals?.Close() is { } last)
            yield return last;
    }
}
