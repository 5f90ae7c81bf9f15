using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>
/// Turns a measured demand into a billed one, step by step: power factor, ratchet, least and contract demand, rounding,
/// what another charge bills already; and prices it.
/// </summary>
internal sealed class DemandRating(RatingRequest request, IQuantities quantities, TariffVersion version)
{
    private readonly RatingSettings _settings = request.SettingsInForce;

    /// <summary>Adds the lines of one demand charge.</summary>
    public void AddTo(ImmutableArray<RatedLine>.Builder lines, Charge.Demand charge, LineDraft line)
    {
        var isDaily = charge.Terms.Basis == DemandBasis.Daily;
        var per = charge.Terms.Per;
        var isWhole = !isDaily && per == ChargePer.Month && _settings.Of(DemandSettings.Part) == DemandPart.Whole;
        if (isWhole && !IsLast(charge, line))
            return;
        if (!CalendarRating.TryFind(charge.Price, version, line, quantities.Holds, out var calendar))
            return;
        var isCoincident = charge.Terms.Basis == DemandBasis.Coincident;
        var isOwnSpan = isDaily || _settings.Of(DemandSettings.Span) == DemandSpan.Version;
        var need = new DemandNeed(charge, isOwnSpan ? line.Days : request.Service, calendar, _settings)
        {
            WeightHours = charge.Terms.Weights is { } weights ? version.Calendar(weights.Calendar) : null,
            Events = isCoincident ? [.. CalledEvents.Of(version, _settings, charge.Terms.Events)] : [],
        };
        if (Billed(need) is not { } billed)
            return;
        var month = new Proration(request.Cycle, request.Cycle);
        var share = isDaily || isWhole ? month : Proration.Of(request, line.Days);
        var unit = isDaily ? charge.Meter.Unit + "-day" : charge.Meter.Unit;
        var demands = billed.Select(static demand => demand.Quantity).ToArray();
        var building = LadderBuilding.OfDemand(month, _settings);
        foreach (var part in Pricing.PartsOf(charge.Price, demands, calendar?.Periods ?? [], building))
        {
            var exact = share.AmountOf(part.Quantity * part.Price, per);
            var price = Rounding.HalfAwayFromZero(share.AmountOf(part.Price, per), Exact.PriceDecimals);
            var index = part.TimeOfUse is { } name ? calendar!.Periods.IndexOf(name) : 0;
            lines.Add(line.Of(part with { Price = price }, unit, exact, billed[index].Source));
        }
    }

    // The demand of each period as it is billed, with the reasons in its source; null after a reason to hold.
    private (decimal Quantity, LineSource Source)[]? Billed(DemandNeed need)
    {
        var lookBack = need.Charge.Terms.LookBack;
        var found = lookBack is null
            ? Measured(need)
            : new EventLookBack(request, quantities, need, DemandOf).Find(lookBack);
        if (found is not { } measured || IsWithoutContractDemand(need.Charge))
            return null;
        var billed = new (decimal Quantity, LineSource Source)[measured.ByPeriod.Length];
        var adjusted = new DemandAdjustment[billed.Length];
        for (var i = 0; i < billed.Length; i++)
        {
            var name = need.Calendar?.Periods[i];
            adjusted[i] = new DemandAdjustment(name, measured.ByPeriod[i], quantities.Clock, need.Charge.Meter.Unit);
            // What comes from events before has the power factors of their bills.
            if (lookBack is null && !WithPowerFactor(need, adjusted[i], measured.ByPeriod[i]))
                return null;
        }
        var highest = adjusted.Max(static demand => demand.Quantity);
        var rolling = need.Charge.Terms.Rolling;
        var hasHours = HoursOf(need);
        for (var i = 0; i < billed.Length; i++)
        {
            var own = adjusted[i].Quantity;
            if (rolling is not null && hasHours[i])
                Roll(need.Charge, rolling, adjusted[i]);
            if (hasHours[i])
                Raise(need.Charge, adjusted[i], highest);
            RoundToStep(adjusted[i]);
            // A mean of means would count months again and again.
            var isBilled = rolling is null && _settings.Of(DemandSettings.History) == RatchetHistory.Billed;
            var peak = isBilled ? adjusted[i].Quantity : own;
            if (lookBack is null)
            {
                quantities.Demands.Keep(new PeakDemand(
                    need.Charge.Head.Code, request.Cycle, adjusted[i].TimeOfUse, peak));
            }
            Exceed(need.Charge, adjusted[i]);
            quantities.Demands.Bill(need.Charge.Head.Code, adjusted[i].TimeOfUse, adjusted[i].Quantity);
            billed[i] = (adjusted[i].Quantity, adjusted[i].Named(measured.Source));
        }
        return billed;
    }

    // A period without hours in the bill, as that of another season, has no demand that could be raised.
    private static bool[] HoursOf(DemandNeed need)
    {
        if (need.Calendar is not { } calendar)
            return [true];
        var hasHours = new bool[calendar.Periods.Length];
        for (var day = need.Days.From; day < need.Days.Until; day = day.PlusDays(1))
        {
            foreach (var run in calendar.PlanOf(day))
            {
                if (run.Period != TimeOfUseCalendar.NoPeriod)
                    hasHours[run.Period] = true;
            }
        }
        return hasHours;
    }

    private MeasuredDemand? Measured(DemandNeed need)
    {
        var isApparent = need.Charge.Terms.PowerFactor is { Method: PowerFactorMethod.Apparent };
        if (!isApparent)
            return quantities.Demand(need);
        var (real, reactive) = PowerFactorReading.Meters(need.Charge, need.Charge.Terms.PowerFactor!);
        var isGiven = _settings.Of(DemandSettings.PowerFactor) is not null;
        return quantities.Demand(need with { Real = real, Reactive = isGiven ? null : reactive });
    }

    // A demand of all hours with its power factor; null after a reason to hold.
    private decimal? DemandOf(DemandNeed need)
    {
        if (Measured(need) is not { } measured)
            return null;
        var demand = new DemandAdjustment(null, measured.ByPeriod[0], quantities.Clock, need.Charge.Meter.Unit);
        return WithPowerFactor(need, demand, measured.ByPeriod[0]) ? demand.Quantity : null;
    }

    private bool WithPowerFactor(DemandNeed need, DemandAdjustment demand, DemandPeak peak)
    {
        if (need.Charge.Terms.PowerFactor is not { } terms)
            return true;
        // Metered apparent power has its factor in it.
        if (terms.Method == PowerFactorMethod.Apparent && _settings.Of(DemandSettings.PowerFactor) is null)
            return true;
        if (new PowerFactorReading(quantities, need, terms).Adjust(peak) is not var (quantity, reason))
            return false;
        demand.Set(quantity, reason);
        return true;
    }

    private bool IsWithoutContractDemand(Charge.Demand charge)
    {
        if (charge.Terms is { ContractPercent: null, OverContractPercent: null }
            || _settings.Of(DemandSettings.ContractDemand) is not null)
        {
            return false;
        }
        quantities.Holds.Add(
            "option-missing", $"Charge {charge.Head.Code} needs the contract's setting contract-demand.");
        return true;
    }

    private void Roll(Charge.Demand charge, RollingMean rolling, DemandAdjustment demand)
    {
        var lookBack = new RollingLookBack(request, _settings, quantities.Demands);
        var (mean, reason) = lookBack.Mean(charge.Head.Code, rolling, demand.TimeOfUse, demand.Quantity);
        demand.Set(mean, reason);
    }

    private void Raise(Charge.Demand charge, DemandAdjustment demand, decimal highest)
    {
        var terms = charge.Terms;
        if (terms.Ratchet is { } ratchet)
        {
            var own = ratchet.CountsAllPeriods ? highest : demand.Quantity;
            var lookBack = new RatchetLookBack(request, version, _settings, quantities.Demands);
            var found = lookBack.Find(charge, ratchet, demand.TimeOfUse, own);
            if (lookBack.OwnShare(ratchet, demand.TimeOfUse, demand.Quantity) is var (share, why))
                demand.Set(share, why);
            if (found is var (least, reason))
                demand.AtLeast(least, reason);
        }
        if (terms.Least is { } fixedLeast)
            demand.AtLeast(fixedLeast, $"at least {Exact.Text(fixedLeast)}");
        if (terms.ContractPercent is { } percent && _settings.Of(DemandSettings.ContractDemand) is { } contract)
        {
            demand.AtLeast(
                contract * percent / 100m,
                $"{Exact.Text(percent)} % of the contract demand {Exact.Text(contract)}");
        }
    }

    private void RoundToStep(DemandAdjustment demand)
    {
        var rounded = DemandSteps.OfDemand(_settings, demand.Quantity);
        if (rounded != demand.Quantity)
            demand.Set(rounded, $"from {Exact.Text(demand.Quantity)}");
    }

    private void Exceed(Charge.Demand charge, DemandAdjustment demand)
    {
        var terms = charge.Terms;
        if (terms.OverContractPercent is { } part && _settings.Of(DemandSettings.ContractDemand) is { } contract)
            Exceed(demand, (contract, part), "the contract");
        else if (terms.Over is { } code && quantities.Demands.Billed(code) is { } before)
            Exceed(demand, (before, terms.OverPercent), code);
    }

    private void Exceed(DemandAdjustment demand, (decimal Quantity, decimal Percent) free, string what)
    {
        var share = free.Percent == 100m ? "" : $"{Exact.Text(free.Percent)} % of ";
        demand.Set(
            DemandSteps.OfExcess(
                _settings, decimal.Max(0m, demand.Quantity - (free.Quantity * free.Percent / 100m))),
            $"{Exact.Text(demand.Quantity)} over {share}{Exact.Text(free.Quantity)} of {what}");
    }

    // Whether no later days of the service have a charge of this code.
    private bool IsLast(Charge.Demand charge, LineDraft line)
    {
        var last = LocalDate.MinIsoValue;
        foreach (var piece in request.Tariff.VersionsIn(request.Service))
        {
            foreach (var other in piece.Version?.Charges ?? [])
            {
                if (other.Head.Code == charge.Head.Code && other.Within(piece.Period) is { } days)
                    last = LocalDate.Max(last, days.Until);
            }
        }
        return line.Days.Until >= last;
    }
}
