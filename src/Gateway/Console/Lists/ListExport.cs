using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A list that becomes a file: exactly the rows that its query finds.</summary>
/// <param name="List">The list.</param>
/// <param name="Caller">Who wants it.</param>
/// <param name="Query">What of it.</param>
internal sealed record ListExport(IDeskList List, Caller Caller, ListQuery Query)
{
    /// <summary>
    /// Rows anybody may have at once who may see the list; more need a permission of their own, and a second person.
    /// </summary>
    public const int CountMax = 10_000;

    /// <summary>Whether the person may have so many rows in a file.</summary>
    public static bool Allows(Caller caller, long count) =>
        count <= CountMax || RolePermissions.Allow(caller.Roles, Permissions.ExportsLarge);

    /// <summary>Hears of every row how many there were; null where nobody waits for them.</summary>
    public Action<long>? Counted { get; init; }

    /// <summary>The rows.</summary>
    public async IAsyncEnumerable<ImmutableArray<CellValue>> Lines(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var line in List.Lines(Caller, Query, cancellation))
        {
            Counted?.Invoke(++count);
            yield return line;
        }
    }
}
