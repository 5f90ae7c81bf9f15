using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Events;

/// <summary>Only events whose property has one of some values count, or only those that have none of them.</summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Values">The values.</param>
/// <param name="IsExcluding">Whether events with the values are left out.</param>
public sealed record EventFilter(string Property, ImmutableArray<string> Values, bool IsExcluding);
