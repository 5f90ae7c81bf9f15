using System.Collections.Immutable;

namespace BillingActors.Formats.Csv;

/// <summary>The columns a CSV file of one kind has, in any order.</summary>
/// <param name="Required">Columns that must be there.</param>
/// <param name="Optional">Columns that may be there.</param>
internal sealed record CsvShape(ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    public bool Has(string column) => Required.Concat(Optional).Any(name => name == column);

    /// <summary>How many of its columns a header names: the best one is meant, even if it is not whole.</summary>
    public int Likeness(IReadOnlyCollection<string> header) => Required.Count(header.Contains);
}
