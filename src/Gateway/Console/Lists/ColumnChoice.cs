namespace BillingActors.Gateway.Console.Lists;

/// <summary>A column that a person shows or hides, and puts in its place.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its heading.</param>
public sealed record ColumnChoice(string Key, string Title)
{
    /// <summary>Whether it is always there: it tells a row from the others, and opens it.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it is shown where nobody chose.</summary>
    public bool IsUsual { get; init; } = true;
}
