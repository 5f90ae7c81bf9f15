using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>The legal entities a caller may see.</summary>
/// <param name="Entities">Their ids; empty for all.</param>
public sealed record EntityScope(ImmutableArray<string> Entities)
{
    /// <summary>No limit.</summary>
    public static EntityScope All { get; } = new([]);

    /// <summary>Whether the entity is inside.</summary>
    public bool Allows(string entityId) => Entities.IsEmpty || Entities.Contains(entityId, StringComparer.Ordinal);
}
