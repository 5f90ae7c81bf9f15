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
        var (hasRows, problems) = (false, new FileProblems());
        var intervals = table.Row.Header.Shape == IntervalRows.Shape ? new IntervalRows() : null;
        while (await problems.Read(table.Read(cancellation)))
        {
            hasRows = true;
            foreach (var item in Take(table.Row, intervals, problems))
                if (!problems.Any)
                    yield return item;
        }
        if (!hasRows)
            throw Refusal.Of(table.Row.Line, "record", "no-readings", "no row stands below the header");
        var last = Guard(() => intervals?.Close() is { } day ? [day] : [], problems);
        problems.ThrowIfAny();
        foreach (var item in last)
            yield return item;
    }

    private static IEnumerable<ImportItem> Take(CsvRow row, IntervalRows? intervals, FileProblems problems) =>
        intervals is null ? [RegisterRows.Read(row)] : Guard(() => intervals.Take(row), problems);

    private static IEnumerable<ImportItem> Guard(Func<IEnumerable<ImportItem>> read, FileProblems problems)
    {
        try
        {
            return read();
        }
        catch (FileRefusedException e)
        {
            problems.Add(e);
            return [];
        }
    }
}
