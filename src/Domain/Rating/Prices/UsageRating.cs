using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Conversions;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Rates a price per unit used: finds the quantities its price asks for and cuts them into parts.</summary>
internal readonly struct UsageRating(PieceDraft piece, Charge.Usage charge)
{
    /// <summary>Unit of the line of a fee that a tier has.</summary>
    internal const string FeeUnit = "tier";

    // The price of export is what the customer is paid.
    private readonly decimal _sign = charge.Meter.Direction == Direction.Export ? -1m : 1m;

    public void Add(LineDraft line)
    {
        if (!CalendarRating.TryFind(charge.Price, piece.Version, line, piece.Holds, out var calendar))
            return;
        switch (charge.Price)
        {
            case PriceModel.Hourly hourly:
                new HourlyRating(piece, charge).Add(hourly, line);
                break;
            case PriceModel.Excess excess:
                AddExcess(excess, line);
                break;
            case PriceModel.PerWindow window:
                AddWindows(window, line, calendar);
                break;
            case PriceModel.PeakRebate rebate:
                new CriticalPeakRating(piece, charge).AddRebates(rebate, line);
                break;
            default:
                // What is netted over the bill has no days of its own, and belongs to the year in which it begins.
                if (charge.Netted is not null || !HasYears(charge.Price))
                    AddParts(line, calendar);
                else
                    AddYears(line, calendar);
                break;
        }
    }

    private void AddYears(LineDraft line, TimeOfUseCalendar? calendar)
    {
        foreach (var days in YearWindow.Cut(line.Days, piece.Settings))
            AddParts(line.On(days), calendar);
    }

    private void AddParts(LineDraft line, TimeOfUseCalendar? calendar)
    {
        if (QuantitiesOf(line, calendar) is not { } used)
            return;
        if (charge.Price is PriceModel.Flat flat)
        {
            // Most tariffs: one quantity, one price, one line.
            if (!piece.Holds.Any)
                AddPart(line, FlatPricing.PartOf(flat, used.ByPeriod[0]), used.Source);
            return;
        }
        var parts = FlatPricing.PartsOf(charge.Price, used.ByPeriod, calendar, piece.Settings)
            ?? TieredPartsOf(line, used.ByPeriod, calendar);
        if (piece.Holds.Any)
            return;
        parts = Pricing.WithoutZeros(parts);
        for (var i = 0; i < parts.Count; i++)
            AddPart(line, parts[i], used.Source);
    }

    private void AddExcess(PriceModel.Excess excess, LineDraft line)
    {
        if (new ExcessRating(piece, charge, excess).Of(line) is not var (parts, source) || piece.Holds.Any)
            return;
        foreach (var part in parts)
            AddPart(line, part, source);
    }

    private void AddWindows(PriceModel.PerWindow price, LineDraft line, TimeOfUseCalendar? calendar)
    {
        if (new WindowRating(piece, charge, price).Of(line, calendar) is not var (parts, source) || piece.Holds.Any)
            return;
        foreach (var part in parts)
            AddPart(line, part, source);
    }

    private void AddPart(in LineDraft line, in PricedPart part, LineSource source)
    {
        var signed = _sign < 0m ? part with { Price = _sign * part.Price } : part;
        if (part.IsFee)
        {
            var printed = Rounding.HalfAwayFromZero(signed.Price, Exact.PriceDecimals);
            var exact = signed.Quantity * signed.Price;
            piece.Lines.Add(line.Of(signed with { Price = printed }, FeeUnit, exact, source));
            return;
        }
        piece.Lines.Add(line.Of(signed, charge.Meter.Unit, signed.Quantity * signed.Price, source));
    }

    private List<PricedPart> TieredPartsOf(LineDraft line, decimal[] quantities, TimeOfUseCalendar? calendar)
    {
        var building = new LadderBuilding(Proration.Of(piece.Request, line.Days), piece.Settings, DemandOf);
        var starts = new TierStarts(piece, charge.Head.Code, YearWindow.Of(line.Days.From, piece.Settings));
        var names = calendar?.Periods ?? [];
        var rating = this;
        var pricing = new PartPricing(building, starts, names, () => rating.RunsOf(line, calendar));
        if (charge.Price is not PriceModel.CriticalPeak critical)
            return pricing.PartsOf(charge.Price, quantities, null);
        return
        [
            .. pricing.PartsOf(critical.OnEvent, [quantities[^1]], EventCut.Name),
            .. pricing.PartsOf(critical.Otherwise, quantities[..^1], null),
        ];
    }

    // Hours of events come last, as a period of their own.
    private UsedQuantity? QuantitiesOf(LineDraft line, TimeOfUseCalendar? calendar)
    {
        if (charge.Netted is { } netted)
            return piece.Netted[(netted, line.Days)].Of(calendar, _sign < 0m);
        if (charge.Price is PriceModel.CriticalPeak critical)
            return new CriticalPeakRating(piece, charge).QuantitiesOf(critical, line, calendar);
        return new ConvertedUse(piece.Settings, piece.Quantities).Of(charge, line.Days, calendar);
    }

    // What was used in each stretch of hours, in the order of time.
    private List<(int Period, decimal Quantity)>? RunsOf(LineDraft line, TimeOfUseCalendar? calendar)
    {
        if (charge.Netted is { } netted)
        {
            piece.Holds.Add("netted-in-order",
                $"Charge {charge.Head.Code}: what {netted} nets over a bill has no order of time for its tiers.");
            return null;
        }
        if (new ConvertedUse(piece.Settings, piece.Quantities).Stretches(charge, line.Days) is not { } use)
            return null;
        var runs = new List<(int Period, decimal Quantity)>();
        piece.Quantities.Clock.ForEachStretch(line.Days, calendar, (period, from, until) =>
            runs.Add((period, use.Between(from, until))));
        return runs;
    }

    private decimal? DemandOf(PriceModel.HoursUse hours)
    {
        var demand = hours.Demand;
        if (demand.Fixed is { } given)
            return given;
        if (demand.Option is { } option)
            return piece.TimesOf(new Tariffs.Metered.Factor(null, option, "kW"), charge.Head.Code);
        if (piece.Quantities.Demands.Billed(demand.Charge!) is { } billed)
            return billed;
        if (!piece.Holds.Any)
        {
            piece.Holds.Add("option-missing",
                $"Charge {charge.Head.Code} counts hours of use; {demand.Charge} has no demand in {piece.Days}.");
        }
        return null;
    }

    private static bool HasYears(PriceModel price) => price switch
    {
        PriceModel.Tiers tiers => tiers.Per == ChargePer.Year,
        PriceModel.TimeOfUse timeOfUse => timeOfUse.Prices.Any(static entry => HasYears(entry.Price)),
        PriceModel.CriticalPeak critical => HasYears(critical.OnEvent) || HasYears(critical.Otherwise),
        _ => false,
    };
}
