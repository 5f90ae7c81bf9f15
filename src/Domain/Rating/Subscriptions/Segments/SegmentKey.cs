using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>All that decides what a full period costs: two parts with one key have one price.</summary>
/// <param name="Code">Code of the charge.</param>
/// <param name="TariffVersion">"tariff@version".</param>
/// <param name="Full">The full period.</param>
/// <param name="Quantity">The quantity ordered.</param>
internal readonly record struct SegmentKey(string Code, string TariffVersion, Period Full, decimal Quantity)
{
    /// <summary>The quantity below which it was paid before, so that it is what is more; null: all of it.</summary>
    public decimal? Above { get; init; }
}
