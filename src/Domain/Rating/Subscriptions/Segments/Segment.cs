using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>A part of a period in which one quantity of one charge is due at one price.</summary>
/// <param name="Tariff">The tariff.</param>
/// <param name="Version">The version that prices it.</param>
/// <param name="Charge">The charge, with the price of the contract.</param>
/// <param name="Key">What decides its price.</param>
/// <param name="Range">The part.</param>
internal sealed record Segment(
    Tariff Tariff, TariffVersion Version, SubscriptionCharge Charge, SegmentKey Key, TimeRange Range)
{
    /// <summary>Whether it is due by the bill.</summary>
    public bool IsDue { get; init; } = true;
}
