using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>Finds the power factor of a demand and what it does to it.</summary>
internal sealed class PowerFactorReading(IQuantities quantities, DemandNeed need, PowerFactorTerms terms)
{
    private const decimal PointsPerOne = 100m;

    private readonly MeteredPowerFactor _metered = new(quantities, need.Settings);

    /// <summary>The demand with its power factor and the reason; null after a reason to hold was added.</summary>
    public (decimal Quantity, string Reason)? Adjust(DemandPeak peak)
    {
        if (FactorOf(peak) is not { } factor)
            return null;
        var reason = $"power factor {Exact.Text(factor)}";
        if (terms.Method == PowerFactorMethod.Apparent)
            return (peak.Quantity / factor, reason);
        if (factor >= terms.Target && !terms.IsBonus)
            return (peak.Quantity, reason);
        var adjusted = terms.Method == PowerFactorMethod.Ratio
            ? peak.Quantity * terms.Target / factor
            : peak.Quantity * (1m + (terms.Percent / 100m * (terms.Target - factor) * PointsPerOne));
        return (adjusted, $"{reason} of {Exact.Text(terms.Target)}, measured {Exact.Text(peak.Quantity)}");
    }

    private decimal? FactorOf(DemandPeak peak)
    {
        if (need.Settings.Of(DemandSettings.PowerFactor) is { } given)
            return given;
        var (real, reactive) = Meters(need.Charge, terms);
        var isAtPeak = need.Settings.Of(DemandSettings.PowerFactorMeasure) == PowerFactorMeasure.AtPeak;
        var energies = isAtPeak
            ? AtPeak(real, reactive, peak)
            : _metered.Energies(need.Charge.Head.Code, need.Days, (real, reactive));
        return energies is var (active, idle) ? _metered.OfEnergies(active, idle) : null;
    }

    /// <summary>The real and the reactive energy behind a demand.</summary>
    public static (MeterSelection Real, MeterSelection Reactive) Meters(Charge.Demand charge, PowerFactorTerms terms)
    {
        var unit = charge.Meter.Unit;
        return (charge.Meter with { Unit = PowerUnits.RealOf(unit) },
            charge.Meter with { Unit = PowerUnits.ReactiveOf(unit), Channels = terms.Channels });
    }

    private (decimal Active, decimal Idle)? AtPeak(MeterSelection real, MeterSelection reactive, DemandPeak peak)
    {
        var code = need.Charge.Head.Code;
        if (quantities.Intervals(code, real) is not { } active
            || quantities.Intervals(code, reactive) is not { } idle)
        {
            return null;
        }
        return peak.At is { } at ? (Sum(active, at), Sum(idle, at)) : (0m, 0m);
    }

    private decimal Sum(IEnumerable<ChannelSeries> channels, long at)
    {
        var sum = 0m;
        foreach (var series in channels)
            sum += series.ToQuantity(series.SumOf(at, at + need.Charge.WindowMinutes));
        return sum;
    }
}
