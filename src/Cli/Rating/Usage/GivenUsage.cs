using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Usage as a file gives it.</summary>
internal sealed record GivenUsage
{
    /// <summary>The days it covers; null where it says nothing of days without records.</summary>
    public Period? Covered { get; init; }

    /// <summary>The days of its first and last record, where it covers none.</summary>
    public (LocalDate First, LocalDate Last)? Seen { get; init; }

    /// <summary>What was metered.</summary>
    public ContractUsage Metered { get; init; } = ContractUsage.None;

    /// <summary>Determinants in the place of what was metered.</summary>
    public DeterminantUsage? Determinants { get; init; }

    /// <summary>Calls, data and messages.</summary>
    public ImmutableArray<CallRecord> Calls { get; init; } = [];

    /// <summary>What a person should know of how it was read.</summary>
    public string? Remark { get; init; }

    /// <summary>The request with this usage.</summary>
    public RatingRequest AddTo(RatingRequest request) => request with
    {
        Usage = Metered,
        Determinants = Determinants,
        Calls = Calls,
    };
}
