using System.IO.Compression;
using System.Text;

namespace BillingActors.Formats.Text;

/// <summary>The first bytes of a file, from which its format is guessed.</summary>
internal static class FileHead
{
    private const int InflatedMax = 4096;
    private static readonly char[] Blank = ['\uFEFF', '\r', '\n', ' ', '\t', ','];

    /// <summary>The head as it is, or what a gzip head holds.</summary>
    public static ReadOnlySpan<byte> Inflate(ReadOnlySpan<byte> head)
    {
        if (!IsGzip(head))
            return head;
        var plain = new byte[InflatedMax];
        var count = 0;
        try
        {
            using var inflated = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            for (var read = 1; read > 0 && count < plain.Length; count += read)
                read = inflated.Read(plain, count, plain.Length - count);
        }
        catch (InvalidDataException)
        {
            // A head is cut off: what came out before the cut is what we look at.
        }
        return plain.AsSpan(0, count);
    }

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0x1f, 0x8b]);

    /// <summary>The text of the head from its first character that is not blank.</summary>
    public static string Text(ReadOnlySpan<byte> head) => Encoding.UTF8.GetString(head).TrimStart(Blank);
}
