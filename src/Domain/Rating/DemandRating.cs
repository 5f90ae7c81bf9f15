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
        var scale = sources.Channels.Select(series => series.Scale).Append(0).Max();
        var factors = sources.Channels.Select(series => (Int128)Exact.PowerOfTen(scale - series.Scale)).ToArray();
        var highest = new Int128[calendar?.Periods.Length ?? 1];
        metering.Clock.ForEachStretch(request.Service, calendar, VisitStretch);
        var perHour = Exact.PowerOfTen(-scale) * MinutesPerHour / charge.WindowMinutes;
        return [.. highest.Select(energy => (decimal)energy * perHour)];

        void VisitStretch(int period, long from, long until)
        {
            for (var start = from; start < until; start += charge.WindowMinutes)
            {
                Int128 energy = 0;
                for (var i = 0; i < factors.Length; i++)
                    energy += sources.Channels[i].SumOf(start, start + charge.WindowMinutes) * factors[i];
                highest[period] = Int128.Max(highest[period], energy);
            }
        }
    }
}
