using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Meters;

/// <summary>
/// Interval values and their qualities as compact bytes: zigzag variable-length integers, about two bytes a value.
/// Equal
/// content gives equal bytes, so that a day delivered twice is recognised by comparing them.
/// </summary>
internal static class IntervalCodec
{
    private const int MethodFlag = 0x40;
    private const int ReasonFlag = 0x80;
    private const int QualityMask = 0x3f;

    public static byte[] WriteValues(ImmutableArray<long> values)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(16, values.Length * 3));
        foreach (var value in values)
            WriteNumber(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    public static ImmutableArray<long> ReadValues(ReadOnlySpan<byte> bytes)
    {
        var values = ImmutableArray.CreateBuilder<long>(bytes.Length);
        while (!bytes.IsEmpty)
            values.Add(ReadNumber(ref bytes));
        return values.DrainToImmutable();
    }

    public static byte[] WriteQuality(ImmutableArray<QualityRun> runs)
    {
        var buffer = new ArrayBufferWriter<byte>(16);
        var last = 0;
        foreach (var run in runs)
        {
            WriteNumber(buffer, run.First - last);
            WriteNumber(buffer, run.Last - run.First);
            var flags = (int)run.Quality | (run.Method is null ? 0 : MethodFlag) | (
                run.Reason is null ? 0 : ReasonFlag);
            buffer.Write([(byte)flags]);
            WriteText(buffer, run.Method);
            WriteText(buffer, run.Reason);
            last = run.Last;
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static ImmutableArray<QualityRun> ReadQuality(ReadOnlySpan<byte> bytes)
    {
        var runs = ImmutableArray.CreateBuilder<QualityRun>(1);
        var last = 0;
        while (!bytes.IsEmpty)
        {
            var first = last + (int)ReadNumber(ref bytes);
            last = first + (int)ReadNumber(ref bytes);
            var flags = bytes[0];
            bytes = bytes[1..];
            var method = (flags & MethodFlag) == 0 ? null : ReadText(ref bytes);
            var reason = (flags & ReasonFlag) == 0 ? null : ReadText(ref bytes);
            runs.Add(new QualityRun(first, last, (ReadQuality)(flags & QualityMask), method, reason));
        }
        return runs.DrainToImmutable();
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, long value)
    {
        var rest = unchecked((ulong)((value << 1) ^ (value >> 63)));
        var span = buffer.GetSpan(10);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)((rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        span[length++] = (byte)rest;
        buffer.Advance(length);
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes)
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

    private static void WriteText(ArrayBufferWriter<byte> buffer, string? text)
    {
        if (text is null)
            return;
        WriteNumber(buffer, Encoding.UTF8.GetByteCount(text));
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)ReadNumber(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }
}
