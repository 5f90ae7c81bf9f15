using System.Runtime.CompilerServices;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Nem;

/// <summary>AEMO meter data files: NEM12 for interval days, NEM13 for register reads.</summary>
internal sealed class MeterDataFormat(
    string name, string firstRecord, Func<Queue<ImportItem>, FileProblems, IRecordBlocks> blocks) : IFileFormat
{
    public string Name => name;

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = FileHead.Text(head);
        return text.StartsWith($"100,{name}", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith($"{firstRecord},", StringComparison.Ordinal);
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var plain = await IncomingFile.Open(file, cancellation);
        using var lines = new LineReader(plain);
        var (ready, problems) = (new Queue<ImportItem>(), new FileProblems());
        var envelope = new Envelope(name, blocks(ready, problems));
        var record = new MeterDataRecord();
        while (!envelope.IsOfAnother && await problems.Read(lines.Read(cancellation)))
        {
            Take(envelope, record, lines, problems);
            while (ready.TryDequeue(out var item))
                if (!problems.Any)
                    yield return item;
        }
        Finish(envelope, lines.Number, problems);
        while (ready.TryDequeue(out var item))
            yield return item;
    }

    private static void Take(Envelope envelope, MeterDataRecord record, LineReader lines, FileProblems problems)
    {
        try
        {
            record.Split(lines.Line, lines.Number);
            envelope.Take(record);
        }
        catch (FileRefusedException e)
        {
            problems.Add(e);
        }
    }

    private static void Finish(Envelope envelope, int lastLine, FileProblems problems)
    {
        try
        {
            envelope.Finish(lastLine);
        }
        catch (FileRefusedException e)
        {
            problems.Add(e);
        }
        problems.ThrowIfAny();
    }
}
