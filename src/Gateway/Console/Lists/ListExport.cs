using System.Collections.Immutable;
using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A list that becomes a file: exactly the rows that its query finds.</summary>
/// <param name="List">The list.</param>
/// <param name="Caller">Who wants it.</param>
/// <param name="Query">What of it.</param>
internal sealed record ListExport(IDeskList List, Caller Caller, ListQuery Query)
{
    /// <summary>Rows anybody may export who may see the list; more need a permission of their own.</summary>
    public const int CountMax = 10_000;

    /// <summary>Whether the person may have so many rows in a file.</summary>
    public static bool Allows(Caller caller, long count) =>
        count <= CountMax || RolePermissions.Allow(caller.Roles, Permissions.ExportsLarge);

    /// <summary>The rows.</summary>
    public IAsyncEnumerable<ImmutableArray<CellValue>> Lines(CancellationToken cancellation) =>
        List.Lines(Caller, Query, cancellation);
}
