namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// Sets of ids for bills one after another on one thread: a set of ten thousand ids is too large to be made anew for
/// every bill, since memory of that size is freed only with all the rest.
/// </summary>
internal static class SeenIds
{
    // Smaller sets are cheaper made than cleaned.
    private const int CapacityMin = 2_000;

    // What a thread keeps: some megabytes at the most.
    private const int CapacityMax = 1 << 17;

    [ThreadStatic]
    private static HashSet<string>? _spare;

    /// <summary>An empty set; who takes it owns it.</summary>
    public static HashSet<string> Take(int count)
    {
        if (count < CapacityMin || _spare is not { } spare)
            return new HashSet<string>(count, StringComparer.Ordinal);
        _spare = null;
        spare.EnsureCapacity(count);
        return spare;
    }

    /// <summary>Gives a set back that nobody looks at any more.</summary>
    public static void GiveBack(HashSet<string> ids)
    {
        if (ids.Capacity is < CapacityMin or > CapacityMax)
            return;
        ids.Clear();
        _spare = ids;
    }
}
