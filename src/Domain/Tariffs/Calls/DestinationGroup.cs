using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>Numbers that cost the same: a country, the own network, a circle of friends, premium numbers.</summary>
/// <param name="Name">Name, as the customer reads it.</param>
/// <param name="Prefixes">Leading digits, or whole numbers; an empty one fits all; the longest counts.</param>
/// <param name="IsPremium">Whether allowances reach it only where they name it.</param>
public sealed record DestinationGroup(string Name, ImmutableArray<string> Prefixes, bool IsPremium = false);
