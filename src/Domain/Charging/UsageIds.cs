namespace BillingActors.Domain.Charging;

/// <summary>
/// Keys of many records in few bytes, in order, so that equal sets are equal bytes and a look is cheap.
/// </summary>
public static class UsageIds
{
    /// <summary>How many records the bytes stand for.</summary>
    public static int CountOf(ReadOnlyMemory<byte> ids) => ids.Length / UsageKey.Length;

    /// <summary>The keys that records bear in events.</summary>
    public static ReadOnlyMemory<byte> Of(IEnumerable<string> keys) =>
        Add(ReadOnlyMemory<byte>.Empty, keys.Select(UsageKey.Parse));

    /// <summary>The keys of both.</summary>
    public static ReadOnlyMemory<byte> Union(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) =>
        Add(left, Enumerable.Range(0, CountOf(right)).Select(i => UsageKey.Read(right.Span[(i * UsageKey.Length)..])));

    /// <summary>Whether a record with the id of the key is among them, and says the same.</summary>
    internal static UsageMatch Find(ReadOnlyMemory<byte> ids, UsageKey key)
    {
        var bytes = ids.Span;
        var (low, high) = (0, CountOf(ids) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = UsageKey.Read(bytes[(middle * UsageKey.Length)..]);
            var order = found.OrderTo(key);
            if (order == 0)
                return found.Content == key.Content ? UsageMatch.Same : UsageMatch.Other;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return UsageMatch.None;
    }

    /// <summary>The bytes with further keys; one that is among them stays as it is.</summary>
    internal static ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> ids, IEnumerable<UsageKey> keys)
    {
        var added = keys.OrderBy(static key => key.High).ThenBy(static key => key.Low).ToList();
        if (added.Count == 0)
            return ids;
        var merged = new List<UsageKey>(CountOf(ids) + added.Count);
        var next = 0;
        for (var i = 0; i < CountOf(ids); i++)
        {
            var known = UsageKey.Read(ids.Span[(i * UsageKey.Length)..]);
            for (; next < added.Count && added[next].OrderTo(known) < 0; next++)
                Append(merged, added[next]);
            Append(merged, known);
        }
        for (; next < added.Count; next++)
            Append(merged, added[next]);
        var bytes = new byte[merged.Count * UsageKey.Length];
        for (var i = 0; i < merged.Count; i++)
            merged[i].Write(bytes.AsSpan(i * UsageKey.Length));
        return bytes;
    }

    private static void Append(List<UsageKey> merged, UsageKey key)
    {
        if (merged.Count == 0 || merged[^1].OrderTo(key) != 0)
            merged.Add(key);
    }
}
