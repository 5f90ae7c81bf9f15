using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Demand is billed at least at a share of the highest demand of earlier months.</summary>
/// <param name="Percent">Share of the highest demand.</param>
/// <param name="Months">How many months before count.</param>
public sealed record Ratchet(decimal Percent, int Months)
{
    /// <summary>Only months of this season count; null: all.</summary>
    public string? Season { get; init; }

    /// <summary>It applies to bills of this season only; null: to all.</summary>
    public string? During { get; init; }

    /// <summary>The time-of-use periods it applies to; empty: all.</summary>
    public ImmutableArray<string> AppliesTo { get; init; } = [];

    /// <summary>Whether the demand of any time-of-use period counts, not only that of the same one.</summary>
    public bool CountsAllPeriods { get; init; }
}
