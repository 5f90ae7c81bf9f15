using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Formats.Tests;

/// <summary>What a Green Button feed says, read the plainest way: the whole document in memory.</summary>
internal sealed record PlainGreenButton(IReadOnlyDictionary<long, long> Values)
{
    private static readonly XNamespace Espi = "http://naesb.org/espi";

    public int Count => Values.Count;

    public long Sum => Values.Values.Sum();

    public static PlainGreenButton Of(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        return new(XDocument.Load(plain).Descendants(Espi + "IntervalReading").ToDictionary(
            reading => Number(reading.Element(Espi + "timePeriod")!.Element(Espi + "start")!),
            reading => Number(reading.Element(Espi + "value")!)));
    }

    private static long Number(XElement element) => long.Parse(element.Value, CultureInfo.InvariantCulture);
}
