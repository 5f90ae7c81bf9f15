using System.Buffers;
using System.Collections.Immutable;
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
            buffer.WriteNumber(value);
        return buffer.WrittenSpan.ToArray();
    }

    public static ImmutableArray<long> ReadValues(ReadOnlySpan<byte> bytes)
    {
        var values = ImmutableArray.CreateBuilder<long>(bytes.Length);
        while (!bytes.IsEmpty)
            values.Add(CompactBytes.ReadNumber(ref bytes));
        return values.DrainToImmutable();
    }

    public static byte[] WriteQuality(ImmutableArray<QualityRun> runs)
    {
        var buffer = new ArrayBufferWriter<byte>(16);
        var last = 0;
        foreach (var run in runs)
        {
            buffer.WriteNumber(run.First - last);
            buffer.WriteNumber(run.Last - run.First);
            var flags = (int)run.Quality | (run.Method is null ? 0 : MethodFlag) | (
                run.Reason is null ? 0 : ReasonFlag);
            buffer.Write([(byte)flags]);
            if (run.Method is { } method)
                buffer.WriteText(method);
            if (run.Reason is { } reason)
                buffer.WriteText(reason);
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
            var first = last + (int)CompactBytes.ReadNumber(ref bytes);
            last = first + (int)CompactBytes.ReadNumber(ref bytes);
            var flags = bytes[0];
            bytes = bytes[1..];
            var method = (flags & MethodFlag) == 0 ? null : CompactBytes.ReadText(ref bytes);
            var reason = (flags & ReasonFlag) == 0 ? null : CompactBytes.ReadText(ref bytes);
            runs.Add(new QualityRun(first, last, (ReadQuality)(flags & QualityMask), method, reason));
        }
        return runs.DrainToImmutable();
    }
}
