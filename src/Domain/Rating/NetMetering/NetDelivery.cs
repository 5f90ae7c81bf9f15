using BillingActors.Domain.Rating.State;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>What was delivered more than taken in a year up to the true-up, counted from bill to bill.</summary>
internal sealed class NetDelivery(StateDraft state, string charge, Period year)
{
    private const string NetUseKey = "net-use";

    /// <summary>Delivery less use of the year so far; below zero where more was taken.</summary>
    public decimal SoFar => -state.CountOf(charge, NetUseKey, year);

    /// <summary>Counts a bill.</summary>
    public void Count(decimal taken, decimal given) =>
        state.SetCount(charge, NetUseKey, year, state.CountOf(charge, NetUseKey, year) + taken - given);
}
