using System.Collections.Immutable;

namespace BillingActors.Cli.Client;

/// <summary>A page of a list, and where the list goes on.</summary>
internal sealed record RowPage<T>(ImmutableArray<T> Items, string? NextCursor);
