using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Prices the highest window of the service days, all channels of the charge added up. A rate change or a part of a
/// month prorates the price by days, not the demand.
/// </summary>
internal sealed class DemandRating(RatingRequest request, IQuantities metering, TariffVersion version)
{
    /// <summary>Adds the lines of one demand charge.</summary>
    public void AddTo(ImmutableArray<RatedLine>.Builder lines, Charge.Demand charge, LineDraft line)
    {
        if (!CalendarRating.TryFind(charge.Price, version, line, metering.Holds, out var calendar)
            || metering.Demand(new DemandNeed(charge, request.Service, calendar)) is not { } measured)
        {
            return;
        }
        var highest = measured.ByPeriod.Select(static peak => peak.Quantity).ToArray();
        var month = new Proration(request.Cycle, request.Cycle);
        var days = new Proration(request.Cycle, line.Days);
        foreach (var part in Pricing.PartsOf(charge.Price, highest, calendar?.Periods ?? [], month))
        {
            var exact = days.AmountOf(part.Quantity * part.Price, ChargePer.Month);
            var price = Rounding.HalfAwayFromZero(days.AmountOf(part.Price, ChargePer.Month), Exact.PriceDecimals);
            lines.Add(line.Of(part with { Price = price }, charge.Meter.Unit, exact, measured.Source));
        }
    }
}
