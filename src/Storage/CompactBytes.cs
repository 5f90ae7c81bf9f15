using System.Buffers;
using System.Text;

namespace BillingActors.Storage;

/// <summary>Numbers and texts as few bytes: integers of variable length in zigzag, texts after their length.</summary>
internal static class CompactBytes
{
    private const int NumberBytesMax = 10;

    /// <summary>Appends a number; one byte for −64 to 63, two for −8,192 to 8,191, and so on.</summary>
    public static void WriteNumber(this ArrayBufferWriter<byte> buffer, long value)
    {
        var rest = unchecked((ulong)((value << 1) ^ (value >> 63)));
        var span = buffer.GetSpan(NumberBytesMax);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)((rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        span[length++] = (byte)rest;
        buffer.Advance(length);
    }

    /// <summary>Appends a text after the number of its bytes.</summary>
    public static void WriteText(this ArrayBufferWriter<byte> buffer, string text)
    {
        buffer.WriteNumber(Encoding.UTF8.GetByteCount(text));
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    /// <summary>Takes a number off the front.</summary>
    public static long ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var i = 0; ; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] >= 0x80)
                continue;
            bytes = bytes[(i + 1)..];
            return unchecked((long)(value >> 1) ^ -(long)(value & 1));
        }
    }

    /// <summary>Takes a text off the front.</summary>
    public static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)ReadNumber(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }
}
