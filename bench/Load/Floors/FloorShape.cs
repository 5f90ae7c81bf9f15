using System.Collections.Immutable;
using Npgsql;

namespace BillingActors.Load.Floors;

/// <summary>
/// Which rows a piece of work leaves behind, so that a writer without grains can store exactly the same.
/// </summary>
internal sealed record FloorShape
{
    /// <summary>A query for the keys of the accounts that were worked on, as account_key.</summary>
    public required string Accounts { get; init; }

    /// <summary>
    /// The keys in the order in which the work came, for a writer that takes what comes; empty for one that has all of
    /// it before it begins, and goes by key.
    /// </summary>
    public ImmutableArray<string> Arrival { get; init; } = [];

    /// <summary>Accounts of one transaction.</summary>
    public required int PageSize { get; init; }

    /// <summary>Rows that came, table by table.</summary>
    public required ImmutableArray<AddedRows> Added { get; init; }

    /// <summary>Statements that delete rows which went, with the keys of a page as their first value.</summary>
    public ImmutableArray<string> Removed { get; init; } = [];

    /// <summary>Tables, or queries in brackets, that must be equal in the end.</summary>
    public required ImmutableArray<string> Compared { get; init; }

    /// <summary>What else a page writes, given the number of its writer.</summary>
    public Func<FloorPage, int, ImmutableArray<NpgsqlBatchCommand>> Beside { get; init; } = static (_, _) => [];
}
