using System.Runtime.CompilerServices;
using BillingActors.Formats.Csv;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Calls;

/// <summary>
/// Our own CSV of call records: a first row that says whose file it is and which of them, a header, a row for each
/// record, and a last row with their number and the sum of their quantities, which must be right.
/// </summary>
internal sealed class CallsCsvFormat : IFileFormat
{
    public string Name => "calls-csv";

    public bool Recognises(ReadOnlySpan<byte> head) =>
        FileHead.Text(head).StartsWith(CallFileRows.First + ",", StringComparison.Ordinal);

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var table = await CsvTable.OpenBare(file, cancellation);
        if (!await table.Read(cancellation))
            throw Refusal.Of(1, CallFileRows.First, "file-empty", "the file has no rows");
        using var rows = new CallFileRows(table.Row);
        await table.ReadHeader([CallRow.Shape], cancellation);
        rows.Note(table.Row);
        var problems = new FileProblems();
        while (await problems.Read(table.Read(cancellation)))
        {
            if (rows.Take(table.Row, problems) is { } item && !problems.Any)
                yield return item;
        }
        var end = rows.Close(table.Row.Line, problems);
        problems.ThrowIfAny();
        yield return end;
    }
}
