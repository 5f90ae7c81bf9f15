using System.Collections.Immutable;
using BillingActors.Formats.Calls;
using BillingActors.Formats.Csv;
using BillingActors.Formats.Espi;
using BillingActors.Formats.Nem;
using BillingActors.Formats.Payments;
using BillingActors.Formats.Text;

namespace BillingActors.Formats;

/// <summary>The formats that can be read, by name and by the look of a file.</summary>
public static class FileFormats
{
    /// <summary>All formats; no file is recognised by two of them.</summary>
    public static ImmutableArray<IFileFormat> All { get; } =
    [
        new MeterDataFormat("nem12", "200", (ready, problems) => new IntervalRecords(ready, problems)),
        new MeterDataFormat("nem13", "250", (ready, _) => new AccumulationRecords(ready)),
        new EspiFormat(),
        new UsageCsvFormat(),
        new ContractsCsvFormat(),
        new CallsCsvFormat(),
        new PaymentsCsvFormat(),
        new PaymentsJsonFormat(),
    ];

    /// <summary>The format of that name, if there is one.</summary>
    public static IFileFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>The format a file that begins so has, if it is one of ours.</summary>
    /// <param name="head">First bytes of the file, plain or gzip; a few hundred are enough.</param>
    public static IFileFormat? Recognise(ReadOnlySpan<byte> head)
    {
        var plain = FileHead.Inflate(head);
        foreach (var format in All)
            if (format.Recognises(plain))
                return format;
        return null;
    }
}
