using System.Collections.Immutable;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Rating;

/// <summary>Rated lines, or the reasons to hold the account; what was measured either way.</summary>
/// <param name="Lines">Lines in the order of the tariff; empty where the account must be held.</param>
/// <param name="Holds">Reasons why nothing may be billed now; empty where all is well.</param>
/// <param name="Uses">Total use per unit and direction, for history and high/low checks.</param>
/// <param name="Positions">
/// What each register is billed up to after this bill; as they were where the account must be held.
/// </param>
/// <param name="Taxes">Tax rules of each tariff version that priced a line; see TaxCalculation.</param>
public sealed record RatingResult(
    ImmutableArray<RatedLine> Lines,
    ImmutableArray<HoldReason> Holds,
    ImmutableArray<MeasuredUse> Uses,
    ImmutableArray<RegisterPosition> Positions,
    ImmutableArray<VersionTaxes> Taxes)
{
    /// <summary>What the next rating starts from; as it was where the account must be held.</summary>
    public RatingState State { get; init; } = RatingState.Empty;

    /// <summary>Records that could not be rated.</summary>
    public ImmutableArray<SuspendedCall> SuspendedCalls { get; init; } = [];
}
