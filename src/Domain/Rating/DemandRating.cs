using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>
/// Prices the highest window of the service days, all channels of the charge added up. A rate change or a part of a
/// month prorates the price by days, not the demand.
/// </summary>
internal sealed class DemandRating(RatingRequest request, ContractMetering metering, TariffVersion version)
{
    private const int MinutesPerHour = 60;

    /// <summary>Adds the lines of one demand charge.</summary>
    public void AddTo(ImmutableArray<RatedLine>.Builder lines, Charge.Demand charge, LineDraft line)
    {
        // Power is energy per hour: a demand in kW looks at channels in kWh.
        var sources = metering.Select(charge.Meter with { Unit = charge.Meter.Unit + "h" });
        if (!CalendarRating.TryFind(charge.Price, version, line, metering.Holds, out var calendar)
            || !HasWindows(charge, sources))
        {
            return;
        }
        var highest = HighestOf(charge, sources, calendar);
        var month = new Proration(request.Cycle, request.Cycle);
        var days = new Proration(request.Cycle, line.Days);
        var source = new UsageQuantity(sources, metering.Clock, request.Service).Source();
        foreach (var part in Pricing.PartsOf(charge.Price, highest, calendar?.Periods ?? [], month))
        {
            var exact = days.AmountOf(part.Quantity * part.Price, ChargePer.Month);
            var price = Rounding.HalfAwayFromZero(days.AmountOf(part.Price, ChargePer.Month), Exact.PriceDecimals);
            lines.Add(line.Of(part with { Price = price }, charge.Meter.Unit, exact, source));
        }
    }

    private bool HasWindows(Charge.Demand charge, MeterSources sources)
    {
        if (!sources.Registers.IsEmpty)
        {
            metering.Holds.Add("missing-intervals",
                $"Charge {charge.Head.Code} needs intervals; register {sources.Registers[0].Register.Id} has none.");
            return false;
        }
        var coarse = sources.Channels.SelectMany(series => series.Blocks, (series, block) => (series.Id, block.Day))
            .FirstOrDefault(found => charge.WindowMinutes % found.Day.IntervalMinutes != 0);
        if (coarse.Id is null)
            return true;
        metering.Holds.Add("missing-intervals",
            $"Charge {charge.Head.Code} averages {charge.WindowMinutes} minutes; channel {coarse.Id} has intervals of"
            + $" {coarse.Day.IntervalMinutes} minutes on {coarse.Day.Day:uuuu-MM-dd}.");
        return false;
    }

    // Windows are counted from the first minute of each stretch of hours; a window belongs to the hour of its start.
    private decimal[] HighestOf(Charge.Demand charge, MeterSources sources, TimeOfUseCalendar? calendar)
    {
        var highest = new decimal[calendar?.Periods.Length ?? 1];
        var perHour = (decimal)MinutesPerHour / charge.WindowMinutes;
        metering.Clock.ForEachStretch(request.Service, calendar, (period, from, until) =>
        {
            for (var start = from; start < until; start += charge.WindowMinutes)
            {
                var energy = 0m;
                foreach (var series in sources.Channels)
                    energy += series.ToQuantity(series.SumOf(start, start + charge.WindowMinutes));
                highest[period] = decimal.Max(highest[period], energy * perHour);
            }
        });
        return highest;
    }
}
