using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>A piece of a list that was looked into.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many rows the list has, as far as it is known.</param>
/// <param name="IsWhole">Whether the list ends there; else it goes on.</param>
public sealed record ListPiece<TRow>(ImmutableArray<TRow> Rows, long Total, bool IsWhole);
