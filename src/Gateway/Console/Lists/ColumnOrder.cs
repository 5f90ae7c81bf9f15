using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Which columns of a list are shown and in which order, as people choose and addresses write them.</summary>
internal static class ColumnOrder
{
    private const int CountMax = 40;
    private const int KeyLengthMax = 60;

    /// <summary>Keys as an address or a setting writes them; none where nobody chose.</summary>
    public static ImmutableArray<string> Read(string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(key => key.Length <= KeyLengthMax && !key.Any(char.IsControl))
            .Distinct(StringComparer.Ordinal).Take(CountMax),
    ];

    /// <summary>Keys as an address or a setting writes them.</summary>
    public static string Write(ImmutableArray<string> keys) => string.Join(',', keys);

    /// <summary>
    /// The columns that are shown, in order: the usual ones where nobody chose, or nothing that there is. What tells a
    /// row from the others comes first where it was left out.
    /// </summary>
    public static ImmutableArray<ColumnChoice> Shown(
        ImmutableArray<ColumnChoice> all, ImmutableArray<string> chosen)
    {
        var shown = chosen.Select(key => all.FirstOrDefault(one => one.Key == key)).OfType<ColumnChoice>().ToList();
        return shown.Count == 0
            ? [.. all.Where(one => one.IsUsual || one.IsKey)]
            : [.. all.Where(one => one.IsKey && !shown.Contains(one)), .. shown];
    }

    /// <summary>The columns of a list that are shown, in order.</summary>
    public static ImmutableArray<ListColumn<TRow>> Of<TRow>(
        ImmutableArray<ListColumn<TRow>> all, ImmutableArray<string> chosen) =>
    [
        .. Shown([.. all.Select(column => column.Choice)], chosen)
            .Select(shown => all.First(column => column.Key == shown.Key)),
    ];

    /// <summary>What was chosen as it is kept: the usual columns in their order are no choice.</summary>
    public static ImmutableArray<string> Kept(ImmutableArray<ColumnChoice> all, ImmutableArray<string> shown) =>
        Shown(all, []).Select(one => one.Key).SequenceEqual(shown, StringComparer.Ordinal) ? [] : shown;
}
