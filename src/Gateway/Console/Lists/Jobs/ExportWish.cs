using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>What is wanted of which list, as it is stored until it is written.</summary>
/// <param name="List">Name of the list.</param>
/// <param name="File">Name of the kind of file.</param>
/// <param name="Query">What of the list, as an address writes it.</param>
/// <param name="Count">How many rows it had when it was asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Roles">Roles of who asked, at that moment.</param>
/// <param name="Entities">Legal entities that person could see; none for all.</param>
internal sealed record ExportWish(
    string List,
    string File,
    string Query,
    long Count,
    string Reason,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Entities);
