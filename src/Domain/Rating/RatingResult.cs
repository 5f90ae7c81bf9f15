using System.Collections.Immutable;

namespace BillingActors.Domain.Rating;

/// <summary>Rated lines, or the reasons to hold the account; what was measured either way.</summary>
/// <param name="Lines">Lines in the order of the tariff; empty where the account must be held.</param>
/// <param name="Holds">Reasons why nothing may be billed now; empty where all is well.</param>
/// <param name="Uses">Total use per unit and direction, for history and high/low checks.</param>
/// <param name="Positions">What each register is billed up to after this bill.</param>
public sealed record RatingResult(
    ImmutableArray<RatedLine> Lines,
    ImmutableArray<HoldReason> Holds,
    ImmutableArray<MeasuredUse> Uses,
    ImmutableArray<RegisterPosition> Positions);
