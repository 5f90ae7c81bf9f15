using System.Collections.Immutable;

namespace BillingActors.Storage.MasterData;

/// <summary>A new version to store, with what it can be found by.</summary>
/// <param name="Record">The record; its version is the one after the current.</param>
/// <param name="Terms">Search terms, for customers only.</param>
public sealed record MasterChange(MasterRecord Record, ImmutableArray<SearchTerm> Terms);
