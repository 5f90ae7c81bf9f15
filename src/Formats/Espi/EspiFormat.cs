using System.Runtime.CompilerServices;
using System.Xml;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>Green Button: Atom feeds of NAESB ESPI resources, read for their interval readings.</summary>
internal sealed class EspiFormat : IFileFormat
{
    private const int DepthMax = 64;

    public string Name => "espi";

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = FileHead.Text(head);
        return text.StartsWith("<?xml", StringComparison.Ordinal)
            || text.StartsWith("<!--", StringComparison.Ordinal)
            || text.StartsWith("<feed", StringComparison.Ordinal)
            || text.StartsWith("<entry", StringComparison.Ordinal);
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var plain = await IncomingFile.Open(file, cancellation);
        var ready = new Queue<ImportItem>();
        var feed = new FeedReader(ready);
        using var xml = XmlReader.Create(plain, Settings());
        while (await Advance(xml, feed))
        {
            cancellation.ThrowIfCancellationRequested();
            while (ready.TryDequeue(out var item))
                yield return item;
        }
        feed.Finish(((IXmlLineInfo)xml).LineNumber);
        while (ready.TryDequeue(out var item))
            yield return item;
    }

    private static XmlReaderSettings Settings() => new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = InflationLimits.Default.BytesMax,
    };

    private static async Task<bool> Advance(XmlReader xml, FeedReader feed)
    {
        try
        {
            if (!await xml.ReadAsync())
                return false;
            if (xml.Depth > DepthMax)
                throw Refusal.Of(Line(xml), xml.Name, "xml-too-deep", $"is nested deeper than {DepthMax} elements");
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                await feed.Text(xml);
            else
                Dispatch(xml, feed);
            return true;
        }
        catch (XmlException e)
        {
            throw Refusal.Of(e.LineNumber, "xml", "xml-malformed", e.Message);
        }
    }

    private static void Dispatch(XmlReader xml, FeedReader feed)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            var (name, isEmpty) = (xml.LocalName, xml.IsEmptyElement);
            feed.Start(xml, Line(xml));
            if (isEmpty)
                feed.End(name, Line(xml));
        }
        else if (xml.NodeType == XmlNodeType.EndElement)
        {
            feed.End(xml.LocalName, Line(xml));
        }
    }

    private static int Line(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}
