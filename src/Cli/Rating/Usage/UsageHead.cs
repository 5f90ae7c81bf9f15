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
        Text = Encoding.UTF8.GetString(bytes).TrimStart(Blank);
        FirstLine = Text.Split('\n', 2)[0].TrimEnd('\r');
        Header = [.. FirstLine.Split(',').Select(static name => name.Trim().Trim('"'))];
    }

    /// <summary>The first bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>Their text, from the first character that is not blank.</summary>
    public string Text { get; }

    public string FirstLine { get; }

    /// <summary>The fields of the first line.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Whether it is JSON: an object, several, or a list.</summary>
    public bool IsJson => Text.StartsWith('{') || Text.StartsWith('[');

    /// <summary>Whether all of these columns are in the first line.</summary>
    public bool HasColumns(params string[] names) => !IsJson && names.All(Header.Contains);

    /// <summary>Whether one of the first lines is of numbers only.</summary>
    public bool HasNumbers => Text.Split('\n').Take(2).Any(static line =>
        line.Trim().Length > 0 && line.Split(',').All(static text => ExactNumber.Read(text.Trim()) is not null));

    /// <summary>Reads the head and goes back to the beginning.</summary>
    public static async Task<UsageHead> Of(Stream file, CancellationToken cancellation)
    {
        var bytes = new byte[LengthMax];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        return new UsageHead(bytes[..count]);
    }
}
