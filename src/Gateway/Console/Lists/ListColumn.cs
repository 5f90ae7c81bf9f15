namespace BillingActors.Gateway.Console.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Key">Its name in addresses and the first line of files.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Value">What stands in it.</param>
public sealed record ListColumn<TRow>(string Key, string Title, Func<TRow, CellValue> Value)
{
    /// <summary>Whether it tells a row from the others and opens it: it is always shown.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether the list can be sorted by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether it is aligned as numbers are.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it is money, which is aligned as numbers are and bare in files.</summary>
    public bool IsMoney { get; init; }

    /// <summary>
    /// Whether it is in files, and on the screen where somebody chose it; as what another column says already.
    /// </summary>
    public bool IsForFiles { get; init; }

    /// <summary>Its width on the screen, such as 120px; null for what is left.</summary>
    public string? Width { get; init; }

    /// <summary>What can be chosen of it.</summary>
    internal ColumnChoice Choice => new(Key, Title) { IsKey = IsKey, IsUsual = !IsForFiles };
}
