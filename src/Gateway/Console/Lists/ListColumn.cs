namespace BillingActors.Gateway.Console.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Key">Its name in addresses and the first line of files.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Value">What stands in it.</param>
public sealed record ListColumn<TRow>(string Key, string Title, Func<TRow, CellValue> Value)
{
    /// <summary>Whether the list can be sorted by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether it is aligned as numbers are.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it is in files only, as what the screen says in another column.</summary>
    public bool IsForFiles { get; init; }

    /// <summary>Its width on the screen, such as 120px; null for what is left.</summary>
    public string? Width { get; init; }
}
