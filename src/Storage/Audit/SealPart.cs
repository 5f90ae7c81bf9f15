using System.Collections.Immutable;
using System.IO.Compression;

namespace BillingActors.Storage.Audit;

/// <summary>
/// Some accounts a seal covers, in order of their keys: key, version, and the first bytes of the link, so that a later
/// check can name the account that differs. The root is over whole links.
/// </summary>
internal static class SealPart
{
    /// <summary>Accounts of a part.</summary>
    public const int CountMax = 5_000;

    /// <summary>Bytes kept of a link.</summary>
    public const int MarkLength = 8;

    public static byte[] Write(IReadOnlyList<SealedHead> heads)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(zip))
        {
            writer.Write7BitEncodedInt(heads.Count);
            foreach (var head in heads)
            {
                writer.Write(head.Key);
                writer.Write7BitEncodedInt64(head.Version);
                writer.Write(head.Link.AsSpan(0, MarkLength));
            }
        }
        return packed.ToArray();
    }

    /// <summary>The heads with the marks of their links.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a part.</exception>
    public static ImmutableArray<SealedHead> Read(byte[] body)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
            var count = reader.Read7BitEncodedInt();
            if (count is < 0 or > CountMax)
                throw new InvalidDataException("A part has too many accounts.");
            var heads = ImmutableArray.CreateBuilder<SealedHead>(count);
            for (var i = 0; i < count; i++)
            {
                var (key, version) = (reader.ReadString(), reader.Read7BitEncodedInt64());
                heads.Add(new SealedHead(key, version, reader.ReadBytes(MarkLength)));
            }
            return heads.MoveToImmutable();
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("The bytes are not those of a part.", fault);
        }
    }
}
