using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Adds up integers, several at a time where the processor can; an overflow throws as it does one by one.
/// </summary>
internal static class IntegerSum
{
    // Values within half of this range of zero, so many at a time, never overflow: no addition has to be looked at.
    // What is metered is always so; whatever is not is added up one by one.
    private const int RangeBits = 52;
    private const int CountMax = 1 << (63 - RangeBits);
    private const long Half = 1L << (RangeBits - 1);

    public static long Of(ReadOnlySpan<long> values)
    {
        var width = Vector<long>.Count;
        if (!Vector.IsHardwareAccelerated || values.Length < 4 * width || values.Length > CountMax)
            return OneByOne(values);
        ref var first = ref MemoryMarshal.GetReference(values);
        // Moved by half of the range, a value is out of it when it has a higher bit, the sign among them.
        var half = new Vector<long>(Half);
        var (left, right, bits) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
        nuint i = 0, pairs = (nuint)(values.Length - (values.Length % (2 * width)));
        for (; i < pairs; i += (nuint)(2 * width))
        {
            var one = Vector.LoadUnsafe(ref first, i) + half;
            var two = Vector.LoadUnsafe(ref first, i + (nuint)width) + half;
            left += one;
            right += two;
            bits |= one | two;
        }
        if (Vector.GreaterThanAny(bits & new Vector<long>(-1L << RangeBits), Vector<long>.Zero)
            || Vector.LessThanAny(bits, Vector<long>.Zero))
        {
            return OneByOne(values);
        }
        var moved = unchecked(Vector.Sum(left) + Vector.Sum(right));
        return checked(moved - ((long)pairs * Half) + OneByOne(values[(int)pairs..]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long OneByOne(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
            sum = checked(sum + value);
        return sum;
    }
}
