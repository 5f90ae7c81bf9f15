using System.Collections.Immutable;
using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A list of the console as files are made of it, whatever its rows are.</summary>
public interface IDeskList
{
    /// <summary>Its name in addresses and of its files.</summary>
    string Name { get; }

    /// <summary>What its rows are called: one, and many.</summary>
    (string One, string Many) Noun { get; }

    /// <summary>What a person needs to see it.</summary>
    string Permission { get; }

    /// <summary>The first line of a file: all columns, or those that were chosen.</summary>
    ImmutableArray<string> Headings(ListQuery query);

    /// <summary>Columns that can be shown or not.</summary>
    ImmutableArray<ColumnChoice> Choices { get; }

    /// <summary>How many rows a query finds, counted up to a number.</summary>
    Task<long> Count(Caller caller, ListQuery query, long countMax, CancellationToken cancellation);

    /// <summary>All rows of a query, a page at a time in memory.</summary>
    IAsyncEnumerable<ImmutableArray<CellValue>> Lines(
        Caller caller, ListQuery query, CancellationToken cancellation);
}
