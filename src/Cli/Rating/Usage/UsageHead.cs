using System.Text;
using BillingActors.Cli.Rating.Text;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>The beginning of a file of usage, by which its kind is recognised.</summary>
internal sealed class UsageHead
{
    private const int LengthMax = 4096;
    private static readonly char[] Blank = ['\uFEFF', ' ', '\t', '\r', '\n'];

    private UsageHead(byte[] bytes)
    {
        Bytes = bytes;
        // Whatever encoding the mark at the beginning tells, as the readers of the kinds do.
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        Text = CsvLines.WithoutRemarks(reader.ReadToEnd().TrimStart(Blank));
        FirstLine = Text.Split('\n', 2)[0].TrimEnd('\r');
        Separator = CsvLines.SeparatorOf(FirstLine);
        Header = CsvLines.Split(FirstLine, Separator);
    }

    /// <summary>The first bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Their text, from the first character that is not blank.</summary>
    public string Text { get; }

    public string FirstLine { get; }

    /// <summary>The fields of the first line.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What stands between them.</summary>
    private char Separator { get; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether it is JSON: an object, several, or a list.</summary>
    public bool IsJson => Text.StartsWith('{') || IsList;

    public bool IsList => Text.StartsWith('[');

    /// <summary>Whether all of these columns are in the first line.</summary>
    public bool HasColumns(params string[] names) =>
        !IsJson && names.All(name => Header.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether one of the first lines is of numbers only.</summary>
    public bool HasNumbers => Text.Split('\n').Take(2).Any(line =>
        line.Trim().Length > 0
        && CsvLines.Split(line, Separator).All(static text => ExactNumber.ReadNear(text) is not null));

    /// <summary>Reads the head and goes back to the beginning.</summary>
    public static async Task<UsageHead> Of(Stream file, CancellationToken cancellation)
    {
        var bytes = new byte[LengthMax];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        return new UsageHead(bytes[..count]);
    }
}
