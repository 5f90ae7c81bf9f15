using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>All records of a period, rated in the order in which they began.</summary>
/// <param name="Calls">The rated records.</param>
/// <param name="Suspended">Those that could not be rated.</param>
/// <param name="State">Balances and sessions at the end of the period.</param>
public sealed record CallBill(
    ImmutableArray<RatedCall> Calls, ImmutableArray<SuspendedCall> Suspended, RatingState State);
