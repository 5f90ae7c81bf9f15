using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Conversions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using NodaTime;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Rates each hour at its published price; an hour without one holds the contract.</summary>
internal sealed class HourlyRating(PieceDraft piece, Charge.Usage charge)
{
    public void Add(PriceModel.Hourly price, LineDraft line)
    {
        var series = piece.Version.Series.FirstOrDefault(series => series.Id == price.Series);
        var use = new ConvertedUse(piece.Settings, piece.Quantities);
        if (series is null || !HasAll(series, line)
            || use.Stretches(charge, line.Days) is not { } stretches
            || use.Of(charge, line.Days, null) is not { } used)
        {
            return;
        }
        var exact = 0m;
        ForEachPrice(series, line.Days, (from, until, published) =>
        {
            var unit = (published * price.Factor) + price.Adder;
            exact += unit * stretches.Between(from, until);
        });
        if (charge.Meter.Direction == Direction.Export)
            exact = -exact;
        var quantity = used.ByPeriod[0];
        var average = quantity == 0m ? 0m : Rounding.HalfAwayFromZero(exact / quantity, Exact.PriceDecimals);
        var source = used.Source with { Reference = $"{used.Source.Reference}; prices of {series.Id}" };
        piece.Lines.Add(line.Of(new PricedPart(quantity, average, null, null), charge.Meter.Unit, exact, source));
    }

    private DateTimeZone ZoneOf(PriceSeries series) =>
        series.Zone ?? piece.Request.Tariff.Zone ?? piece.Request.Zone;

    // The days of the bill may begin inside a day of the series, where their zones differ.
    private (LocalDate First, LocalDate Last) DaysOf(PriceSeries series, Primitives.Period days)
    {
        var (clock, zone) = (piece.Quantities.Clock, ZoneOf(series));
        return (DayAt(clock.StartOf(days.From)), DayAt(clock.StartOf(days.Until) - 1));

        LocalDate DayAt(long minute) => Instant.FromUnixTimeSeconds(minute * 60).InZone(zone).Date;
    }

    private bool HasAll(PriceSeries series, LineDraft line)
    {
        var (first, last) = DaysOf(series, line.Days);
        var zone = ZoneOf(series);
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var (count, published) = (series.CountOf(day, zone), series.On(day).Length);
            if (count == published)
                continue;
            piece.Holds.Add("missing-prices",
                $"Charge {charge.Head.Code}: series {series.Id} has {published} of {count} prices of"
                + $" {day:uuuu-MM-dd}.");
            return false;
        }
        return true;
    }

    private void ForEachPrice(PriceSeries series, Primitives.Period days, Action<long, long, decimal> visit)
    {
        var (first, last) = DaysOf(series, days);
        var (clock, zone) = (piece.Quantities.Clock, ZoneOf(series));
        var (from, until) = (clock.StartOf(days.From), clock.StartOf(days.Until));
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var start = zone.AtStartOfDay(day).ToInstant().ToUnixTimeSeconds() / 60;
            foreach (var published in series.On(day))
            {
                var (begin, end) = (Math.Max(start, from), Math.Min(start + series.Minutes, until));
                if (begin < end)
                    visit(begin, end, published);
                start += series.Minutes;
            }
        }
    }
}
