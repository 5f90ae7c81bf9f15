using System.Collections.Immutable;

namespace BillingActors.Gateway.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">Rows.</param>
/// <param name="NextCursor">Where the list goes on; null at its end.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? NextCursor);
