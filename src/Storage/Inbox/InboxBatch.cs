using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace BillingActors.Storage.Inbox;

/// <summary>
/// Records as bytes: a byte of version, their number, and for each the lengths and bytes of subject, source, id and
/// body. Golden bytes of every version must always be readable.
/// </summary>
internal static class InboxBatch
{
    private const byte Version = 1;

    /// <summary>The records in one array.</summary>
    public static byte[] Write(IReadOnlyList<InboxRecord> records)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + records.Sum(record => record.Body.Length + 96));
        buffer.Write([Version]);
        WriteLength(buffer, records.Count);
        foreach (var record in records)
        {
            WriteText(buffer, record.Subject);
            WriteText(buffer, record.Source);
            WriteText(buffer, record.Id);
            WriteLength(buffer, record.Body.Length);
            buffer.Write(record.Body.Span);
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The records again; their bodies are slices of what is read.</summary>
    public static ImmutableArray<InboxRecord> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 5 || bytes.Span[0] != Version)
            throw new InboxRowException("The body of a row has an unknown version.");
        var left = bytes[1..];
        try
        {
            var records = ImmutableArray.CreateBuilder<InboxRecord>(ReadLength(ref left));
            while (records.Count < records.Capacity)
            {
                records.Add(new InboxRecord(
                    ReadText(ref left), ReadText(ref left), ReadText(ref left), Take(ref left, ReadLength(ref left))));
            }
            return records.MoveToImmutable();
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new InboxRowException("The body of a row ends too early.", fault);
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteLength(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void WriteLength(ArrayBufferWriter<byte> buffer, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), length);
        buffer.Advance(sizeof(int));
    }

    private static string ReadText(ref ReadOnlyMemory<byte> left) =>
        Encoding.UTF8.GetString(Take(ref left, ReadLength(ref left)).Span);

    private static int ReadLength(ref ReadOnlyMemory<byte> left) =>
        BinaryPrimitives.ReadInt32LittleEndian(Take(ref left, sizeof(int)).Span);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> left, int length)
    {
        var taken = left[..length];
        left = left[length..];
        return taken;
    }
}
