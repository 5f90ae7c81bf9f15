using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Demand is billed at least at a share of the highest demand of earlier months.</summary>
/// <param name="Percent">Share of the highest demand, where it is the same for all months.</param>
/// <param name="Months">How many months before count.</param>
public sealed record Ratchet(decimal Percent, int Months)
{
    /// <summary>Only months of this season count; null: all.</summary>
    public string? Season { get; init; }

    /// <summary>It applies to bills of this season only; null: to all.</summary>
    public string? During { get; init; }

    /// <summary>The time-of-use periods it applies to; empty: all.</summary>
    public ImmutableArray<string> AppliesTo { get; init; } = [];

    /// <summary>Shares of the demand of each calendar month from January, in place of one; empty: one.</summary>
    public ImmutableArray<decimal> Percents { get; init; } = [];

    /// <summary>
    /// Calendar months in whose bills the own demand is billed whole; in others it counts with its share as any month
    /// before does. Null: all.
    /// </summary>
    public ImmutableArray<int>? WholeIn { get; init; }

    /// <summary>Whether the demand of any time-of-use period counts, not only that of the same one.</summary>
    public bool CountsAllPeriods { get; init; }

    /// <summary>The share of the demand of a calendar month, 1 to 12.</summary>
    public decimal PercentOf(int month) => Percents.IsEmpty ? Percent : Percents[month - 1];

    /// <summary>Whether bills of a calendar month have their own demand whole.</summary>
    public bool IsWholeIn(int month) => WholeIn is not { } months || months.Contains(month);
}
