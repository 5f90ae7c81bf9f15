using System.Runtime.CompilerServices;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Nem;

/// <summary>AEMO meter data files: NEM12 for interval days, NEM13 for register reads.</summary>
internal sealed class MeterDataFormat(
    string name, string firstRecord, Func<Queue<ImportItem>, IRecordBlocks> blocks) : IFileFormat
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
        var ready = new Queue<ImportItem>();
        var envelope = new Envelope(name, blocks(ready));
        var record = new MeterDataRecord();
        while (await lines.Read(cancellation))
        {
            record.Split(lines.Line, lines.Number);
            envelope.Take(record);
            while (ready.TryDequeue(out var item))
                yield return item;
        }
        envelope.Finish(lines.Number);
        while (ready.TryDequeue(out var item))
            yield return item;
    }
}
