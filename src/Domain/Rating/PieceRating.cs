using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>Rates the days that one tariff version prices, charge by charge in the order of the tariff.</summary>
internal sealed class PieceRating(RatingRequest request, ContractMetering metering, Period piece, TariffVersion version)
{
    /// <summary>The calls of all pieces, rated; null where no charge is for calls.</summary>
    public CallLines? Calls { get; init; }

    /// <summary>Adds the lines of the piece; percentages and minimums see the lines added before them.</summary>
    public void AddTo(ImmutableArray<RatedLine>.Builder lines)
    {
        var first = lines.Count;
        foreach (var charge in version.Charges)
        {
            if (charge.Within(piece) is not { } days)
                continue;
            var line = new LineDraft(request, version, charge.Head, days);
            switch (charge)
            {
                case Charge.Fixed fixedCharge:
                    AddFixed(fixedCharge, line, lines);
                    break;
                case Charge.Usage usage:
                    AddUsage(usage, line, lines);
                    break;
                case Charge.Demand demand:
                    new DemandRating(request, metering, version).AddTo(lines, demand, line);
                    break;
                case Charge.Calls calls:
                    Calls?.AddTo(lines, calls, line);
                    break;
                case Charge.Percentage percentage:
                    AddPercentage(percentage, line, Sum(lines, first, percentage.Base), lines);
                    break;
                case Charge.Minimum minimum:
                    AddMinimum(minimum, line, Sum(lines, first, minimum.Base), lines);
                    break;
                default:
                    throw new BrokenInvariantException("every kind of charge has its rule");
            }
        }
    }

    private void AddFixed(Charge.Fixed charge, LineDraft line, ImmutableArray<RatedLine>.Builder lines)
    {
        var proration = new Proration(request.Cycle, line.Days);
        var unit = charge.Per switch { ChargePer.Day => "day", ChargePer.Month => "month", _ => "year" };
        lines.Add(line.Of(
            new PricedPart(proration.Quantity(charge.Per), charge.Price, null, null),
            unit,
            proration.AmountOf(charge.Price, charge.Per),
            new LineSource("days", line.Days.ToString(), "")));
    }

    private void AddUsage(Charge.Usage charge, LineDraft line, ImmutableArray<RatedLine>.Builder lines)
    {
        var sources = metering.Select(charge.Meter);
        if (!CalendarRating.TryFind(charge.Price, version, line, metering.Holds, out var calendar))
            return;
        if (calendar is not null && !sources.Registers.IsEmpty)
        {
            var register = sources.Registers[0].Register.Id;
            metering.Holds.Add("missing-intervals",
                $"Charge {charge.Head.Code} is priced by hour; register {register} has no intervals.");
            return;
        }
        var usage = new UsageQuantity(sources, metering.Clock, line.Days);
        var quantities = usage.Of(calendar);
        quantities[0] += usage.OfRegisters(request.Service, charge.Meter.Unit);
        var source = usage.Source();
        // The price of export is what the customer is paid.
        var sign = charge.Meter.Direction == Metering.Direction.Export ? -1m : 1m;
        var proration = new Proration(request.Cycle, line.Days);
        foreach (var part in Pricing.PartsOf(charge.Price, quantities, calendar?.Periods ?? [], proration))
        {
            var signed = part with { Price = sign * part.Price };
            lines.Add(line.Of(signed, charge.Meter.Unit, signed.Quantity * signed.Price, source));
        }
    }

    private void AddPercentage(
        Charge.Percentage charge, LineDraft line, decimal sum, ImmutableArray<RatedLine>.Builder lines)
    {
        // A percentage with days of its own takes the part of the charges that falls on them.
        var part = sum * line.Days.Days / piece.Days;
        lines.Add(line.Of(
            new PricedPart(part, charge.Percent / 100m, null, null),
            request.Currency.Code,
            part * charge.Percent / 100m,
            new LineSource("charge", Named(charge.Base), "")));
    }

    private void AddMinimum(Charge.Minimum charge, LineDraft line, decimal sum, ImmutableArray<RatedLine>.Builder lines)
    {
        var shortfall = new Proration(request.Cycle, line.Days).AmountOf(charge.Amount, charge.Per)
            - (sum * line.Days.Days / piece.Days);
        if (shortfall > 0)
        {
            var part = new PricedPart(1m, shortfall, null, null);
            lines.Add(line.Of(part, "minimum", shortfall, new LineSource("charge", Named(charge.Base), "")));
        }
    }

    // Of rounded amounts, so that the customer can check it against the lines above.
    private static decimal Sum(ImmutableArray<RatedLine>.Builder lines, int first, ChargeSelection selection)
    {
        var sum = 0m;
        for (var i = first; i < lines.Count; i++)
        {
            if (selection.Includes(lines[i].Code))
                sum += lines[i].Amount.ToDecimal();
        }
        return sum;
    }

    private static string Named(ChargeSelection selection)
    {
        var of = selection.Of.IsEmpty ? "all before" : string.Join(", ", selection.Of);
        return selection.Except.IsEmpty ? of : $"{of} except {string.Join(", ", selection.Except)}";
    }
}
