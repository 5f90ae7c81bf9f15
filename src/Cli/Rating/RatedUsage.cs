using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Cli.Rating;

/// <summary>What came of a rating.</summary>
/// <param name="Bills">The bills, in order.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="State">What the next rating starts from.</param>
/// <param name="SetAside">Records that were set aside, in sentences.</param>
internal sealed record RatedUsage(
    ImmutableArray<PeriodBill> Bills, Currency Currency, RatingState State, ImmutableArray<string> SetAside)
{
    /// <summary>What a person should know of how the files were read.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Whether a file of taxes was given, so that each tax is told.</summary>
    public bool ShowsTaxes { get; init; }
}
