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
        var added = keys.ToArray();
        if (added.Length == 0)
            return ids;
        if (added.Length > 1)
            added = [.. added.OrderBy(static key => key.High).ThenBy(static key => key.Low)];
        var known = ids.Span;
        var merged = new byte[known.Length + (added.Length * UsageKey.Length)];
        var (from, count) = (0, 0);
        UsageKey? last = null;
        foreach (var key in added)
        {
            var until = from;
            while (until < known.Length && UsageKey.Read(known[until..]).OrderTo(key) < 0)
                until += UsageKey.Length;
            known[from..until].CopyTo(merged.AsSpan(count));
            (count, from) = (count + until - from, until);
            var isKnown = from < known.Length && UsageKey.Read(known[from..]).OrderTo(key) == 0;
            if (isKnown || last?.OrderTo(key) == 0)
                continue;
            key.Write(merged.AsSpan(count));
            (count, last) = (count + UsageKey.Length, key);
        }
        known[from..].CopyTo(merged.AsSpan(count));
        count += known.Length - from;
        return count == merged.Length ? merged : merged.AsSpan(0, count).ToArray();
    }
}
