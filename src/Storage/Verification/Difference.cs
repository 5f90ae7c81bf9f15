namespace BillingActors.Storage.Verification;

/// <summary>Says in what two records of one type differ.</summary>
internal static class Difference
{
    /// <summary>The members that differ, as stored and as they should be.</summary>
    public static string Of(object stored, object derived)
    {
        var (left, right) = (Members(stored), Members(derived));
        var pairs = left.Zip(right).Where(pair => pair.First != pair.Second).ToList();
        return pairs.Count == 0
            ? "stored bytes differ from what the events say"
            : "stored " + string.Join(", ", pairs.Select(pair => pair.First))
                + "; the events say " + string.Join(", ", pairs.Select(pair => pair.Second));
    }

    /// <summary>A row that is stored and should not be, or should be and is not; null when there is none.</summary>
    public static string? OfRows<T>(IReadOnlyCollection<T> stored, IReadOnlyCollection<T> derived)
        where T : struct
    {
        if (stored.Count == derived.Count && stored.SequenceEqual(derived))
            return null;
        if (derived.Except(stored).Cast<T?>().FirstOrDefault() is { } missing)
            return $"the row {missing} is missing or was changed";
        if (stored.Except(derived).Cast<T?>().FirstOrDefault() is { } extra)
            return $"the row {extra} follows from no event";
        return stored.Count == derived.Count ? null : $"{stored.Count} rows are stored, {derived.Count} should be";
    }

    private static string[] Members(object record)
    {
        var text = record.ToString() ?? "";
        var first = text.IndexOf('{', StringComparison.Ordinal) + 1;
        return text[first..].TrimEnd(' ', '}').Split(", ", StringSplitOptions.TrimEntries);
    }
}
