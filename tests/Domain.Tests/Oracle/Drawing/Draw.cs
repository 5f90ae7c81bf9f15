using System.Collections.Immutable;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Random numbers that are the same on every machine: SplitMix64 over a seed and a number.</summary>
internal sealed class Draw(ulong seed, long stream)
{
    private ulong _state = unchecked((seed * 0xD1342543DE82EF95) + ((ulong)stream * 0x9E3779B97F4A7C15) + 1);

    /// <summary>Features of bills that were reached, for the counters.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>A whole number from zero up to the end, exclusive.</summary>
    public int Below(int end)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)end);
        }
    }

    /// <summary>A whole number between two, both inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>A number with some decimals.</summary>
    public decimal Number(int most, int decimals) => new(Below(most), 0, 0, false, (byte)decimals);

    /// <summary>Notes that a feature is reached.</summary>
    public T Reach<T>(string feature, T value)
    {
        Reached.Add(feature);
        return value;
    }

    public static ImmutableArray<T> Many<T>(int count, Func<int, T> draw) =>
        [.. Enumerable.Range(0, count).Select(draw)];
}
