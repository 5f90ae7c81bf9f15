using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Charging;

/// <summary>
/// What stands between two records of calls: allowances that are left, and connections that may go on.
/// </summary>
/// <param name="Buckets">Allowances.</param>
/// <param name="Sessions">Connections.</param>
public sealed record UsageBalances(ImmutableArray<BucketBalance> Buckets, ImmutableArray<CallSession> Sessions)
{
    /// <summary>The balances a contract was left with by its bills; null where there are none.</summary>
    internal static UsageBalances? Of(RatingState? state) =>
        state is null || (state.Buckets.IsEmpty && state.Sessions.IsDefaultOrEmpty)
            ? null
            : new UsageBalances(state.Buckets, state.Sessions.IsDefault ? [] : state.Sessions);

    /// <summary>A state that holds nothing but these balances.</summary>
    internal static RatingState StateOf(UsageBalances? balances) => balances is null
        ? RatingState.Empty
        : RatingState.Empty with { Buckets = balances.Buckets, Sessions = balances.Sessions };
}
