using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>Looks for texts in stored values, in every form that a person could read back without a key.</summary>
public static class PersonalText
{
    private const byte Brotli = 1;

    /// <summary>Which text lies where; nothing where all is well.</summary>
    public static IEnumerable<string> Find(IEnumerable<Cell> cells, params IReadOnlyList<string> texts) =>
        from cell in cells
        from text in texts
        where Contains(cell.Bytes, text)
        select $"'{text}' lies in {cell.Place}";

    private static bool Contains(byte[] bytes, string text)
    {
        byte[][] places = Unpacked(bytes) is { } unpacked ? [bytes, unpacked] : [bytes];
        return places.Any(place => Forms(text).Any(form => place.AsSpan().IndexOf(form) >= 0));
    }

    private static IEnumerable<byte[]> Forms(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.BigEndianUnicode.GetBytes(text);
        yield return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text)[1..^1]);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain));
        // The same bytes look threefold in base64, by where a group of three begins; the ends depend on neighbours.
        for (var skip = 0; skip < 3; skip++)
        {
            var whole = plain[skip..][..((plain.Length - skip) / 3 * 3)];
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(whole));
        }
    }

    /// <summary>What a compressed payload holds; null where the bytes are none.</summary>
    private static byte[]? Unpacked(byte[] bytes)
    {
        if (bytes is not [Brotli, ..])
            return null;
        try
        {
            using var packed = new BrotliStream(new MemoryStream(bytes[1..]), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            packed.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
