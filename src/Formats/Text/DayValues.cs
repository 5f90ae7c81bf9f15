using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Formats.Text;

/// <summary>Brings the values of a day to one scale and their qualities into runs.</summary>
internal static class DayValues
{
    public const int MinutesPerDay = 1440;

    /// <summary>All values in the smallest scale that holds each exactly; false where one gets too large.</summary>
    public static bool TryAlign(ReadOnlySpan<FixedPoint> numbers, out int scale, out ImmutableArray<long> values)
    {
        scale = 0;
        foreach (var number in numbers)
            scale = Math.Max(scale, number.Scale);
        var aligned = new long[numbers.Length];
        values = default;
        for (var index = 0; index < aligned.Length; index++)
            if (!numbers[index].TryAt(scale, out aligned[index]))
                return false;
        values = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(aligned);
        return true;
    }

    /// <summary>Neighbours of equal quality and method as one run each.</summary>
    public static ImmutableArray<QualityRun> Runs(ReadOnlySpan<(string Quality, string? Method)> intervals)
    {
        var runs = ImmutableArray.CreateBuilder<QualityRun>();
        for (var first = 0; first < intervals.Length;)
        {
            var last = first;
            while (last + 1 < intervals.Length && intervals[last + 1] == intervals[first])
                last++;
            runs.Add(new(first + 1, last + 1, intervals[first].Quality, intervals[first].Method));
            first = last + 1;
        }
        return runs.ToImmutable();
    }
}
