using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What a person wants to see of a list; the same on the screen, in its address and in files.</summary>
/// <param name="Text">What was searched for; empty for all.</param>
/// <param name="Sort">Key of the column to sort by; empty for the order of the list.</param>
/// <param name="IsDescending">Whether the order is turned round.</param>
public sealed record ListQuery(string Text = "", string Sort = "", bool IsDescending = false)
{
    private const string TextKey = "q";
    private const string SortKey = "sort";
    private const string DescendingKey = "desc";
    private const string ColumnsKey = "columns";
    private const int LengthMax = 100;

    /// <summary>Further filters by name; a filter that is not there lets everything through.</summary>
    public ImmutableSortedDictionary<string, string> Filters { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Keys of the columns that were chosen, in order; none for the usual ones.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The query of an address.</summary>
    public static ListQuery Of(IQueryCollection query) => new(
        Clean(query[TextKey]), Clean(query[SortKey]), query[DescendingKey] == "true")
    {
        Filters = query
            .Where(pair => !IsOwn(pair.Key) && Clean(pair.Value).Length > 0)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => Clean(pair.Value), StringComparer.Ordinal),
        Columns = ColumnOrder.Read(query[ColumnsKey]),
    };

    /// <summary>The value of a filter; null where it is not set.</summary>
    public string? Filter(string name) => Filters.GetValueOrDefault(name);

    /// <summary>The query with a filter set, or without it where the value is empty.</summary>
    public ListQuery With(string name, string? value) => this with
    {
        Filters = string.IsNullOrEmpty(value) ? Filters.Remove(name) : Filters.SetItem(name, value),
    };

    /// <summary>As an address writes it, without the question mark.</summary>
    public string ToAddress()
    {
        IEnumerable<(string Name, string Value)> parts =
        [
            (TextKey, Text), (SortKey, Sort), (DescendingKey, IsDescending ? "true" : ""),
            (ColumnsKey, ColumnOrder.Write(Columns)),
            .. Filters.Select(pair => (pair.Key, pair.Value)),
        ];
        return string.Join('&', parts.Where(part => part.Value.Length > 0)
            .Select(part => Uri.EscapeDataString(part.Name) + "=" + Uri.EscapeDataString(part.Value)));
    }

    /// <summary>What people type, without what no list knows: control characters, and text without an end.</summary>
    public static string Clean(string? text)
    {
        var shown = string.Concat((text ?? "").Where(character => !char.IsControl(character))).Trim();
        return shown.Length <= LengthMax ? shown : shown[..LengthMax];
    }

    // What is no filter.
    private static bool IsOwn(string key) => key is TextKey or SortKey or DescendingKey or ColumnsKey;
}
