using System.Numerics;
using System.Runtime.InteropServices;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Adds up integers, several at a time where the processor can; an overflow throws as it does one by one.
/// </summary>
internal static class IntegerSum
{
    public static long Of(ReadOnlySpan<long> values)
    {
        if (!Vector.IsHardwareAccelerated || values.Length < Vector<long>.Count * 4)
            return OneByOne(values);
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(values);
        var (sums, overflows) = (Vector<long>.Zero, Vector<long>.Zero);
        foreach (var next in vectors)
        {
            var after = sums + next;
            // The sign bit is set where both addends have the sign that their sum has not.
            overflows |= (after ^ sums) & (after ^ next);
            sums = after;
        }
        if (Vector.LessThanAny(overflows, Vector<long>.Zero))
            return OneByOne(values);
        var sum = OneByOne(values[(vectors.Length * Vector<long>.Count)..]);
        for (var lane = 0; lane < Vector<long>.Count; lane++)
            sum = checked(sum + sums[lane]);
        return sum;
    }

    private static long OneByOne(ReadOnlySpan<long> values)
    {
        var sum = 0L;
        foreach (var value in values)
            sum = checked(sum + value);
        return sum;
    }
}
