using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Adds up integers, several at a time where the processor can; an overflow throws as it does one by one.
/// </summary>
internal static class IntegerSum
{
    // Values from zero up to this many bits, so many of them, never overflow: no addition has to be looked at. What is
    // metered is nearly always so; whatever is not is added up one by one.
    private const int Bits = 48;
    private const int CountMax = 1 << (63 - Bits);

    /// <summary>The sum of some values.</summary>
    public static long Of(ReadOnlySpan<long> values)
    {
        var sums = new Sums();
        sums.Add(values);
        return sums.Total is { } total ? total : OneByOne(values);
    }

    /// <summary>The sum of all values of some days, put together once for all of them.</summary>
    public static Int128 Of(ImmutableArray<IntervalDay> days)
    {
        var sums = new Sums();
        foreach (var day in days)
            sums.Add(day.Values.AsSpan());
        if (sums.Total is { } total)
            return total;
        Int128 sum = 0;
        foreach (var day in days)
            sum += OneByOne(day.Values.AsSpan());
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long OneByOne(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
            sum = checked(sum + value);
        return sum;
    }

    // As many sums as the processor adds up at a time, and all bits of all values.
    private ref struct Sums
    {
        private Vector<long> _left;
        private Vector<long> _right;
        private Vector<long> _bits;
        private long _rest;
        private long _restBits;
        private long _count;

        // Null where an addition may have overflowed; the sign is a bit above the others, too.
        public readonly long? Total
        {
            get
            {
                var above = -1L << Bits;
                return _count <= CountMax && (_restBits & above) == 0
                    && (_bits & new Vector<long>(above)) == Vector<long>.Zero
                    ? Vector.Sum(_left + _right) + _rest
                    : null;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ReadOnlySpan<long> values)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var (left, right, bits) = (_left, _right, _bits);
            var width = (nuint)Vector<long>.Count;
            var length = (nuint)values.Length;
            nuint i = 0;
            // None of these overflows unseen: Total says so of the sums, and indexes do not.
            unchecked
            {
                for (var whole = length - (length % (4 * width)); i < whole; i += 4 * width)
                {
                    var one = Vector.LoadUnsafe(ref first, i);
                    var two = Vector.LoadUnsafe(ref first, i + width);
                    var three = Vector.LoadUnsafe(ref first, i + (2 * width));
                    var four = Vector.LoadUnsafe(ref first, i + (3 * width));
                    left += one + two;
                    right += three + four;
                    bits |= one | two;
                    bits |= three | four;
                }
                (_left, _right, _bits) = (left, right, bits);
                _count += values.Length;
                foreach (var value in values[(int)i..])
                {
                    _rest += value;
                    _restBits |= value;
                }
            }
        }
    }
}
