using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Demand charges of a tariff document.</summary>
internal static class TariffDemandMapping
{
    /// <summary>The charge, or null after a problem was noted.</summary>
    public static Charge.Demand? ToDomain(
        ChargeDocument.Demand demand, ChargeHead head, string path, TariffReading reading)
    {
        var meter = new MeterSelection(
            reading.DirectionOf(demand.Direction, $"{path}/direction"), demand.Channels ?? [], demand.Unit);
        var terms = new DemandTerms
        {
            Basis = BasisOf(demand.Basis, $"{path}/basis", reading),
            Per = PerOf(demand.Per, $"{path}/per", reading),
            PowerFactor = demand.PowerFactor is { } factor ? FactorOf(factor, $"{path}/powerFactor", reading) : null,
            Ratchet = demand.Ratchet is { } ratchet ? RatchetOf(ratchet, $"{path}/ratchet", reading) : null,
            Mean = demand.Mean is { } mean ? MeanOf(mean, $"{path}/mean", reading) : null,
            Rolling = demand.Rolling is { } rolling ? new RollingMean(rolling.Months, rolling.Least) : null,
            Weights = demand.Weights is { } weights ? WeightsOf(weights) : null,
            Least = Greater(demand.Least, demand.Ratchet?.Least),
            ContractPercent = demand.ContractPercent,
            Over = demand.Over,
            OverPercent = demand.OverPercent ?? 100m,
            OverContractPercent = demand.OverContractPercent,
            Events = demand.Events,
            Combine = demand.Combine is { } combine ? RuleOf(combine, $"{path}/combine", reading) : null,
            LookBack = demand.LookBack is { } back ? LookBackOf(back, $"{path}/lookBack", reading) : null,
        };
        return TariffPriceMapping.ToDomain(demand.Price, $"{path}/price", reading) is { } price
            ? new Charge.Demand(head, meter, demand.WindowMinutes, price) { Terms = terms }
            : null;
    }

    private static DemandMean MeanOf(DemandMeanDocument mean, string path, TariffReading reading) => new(
        mean.Highest,
        reading.Word(mean.Days, $"{path}/days", "different or any", mean.Days switch
        {
            "different" => true,
            "any" => false,
            _ => (bool?)null,
        }));

    private static DemandWeights WeightsOf(DemandWeightsDocument weights) => new(
        weights.Calendar, [.. weights.Periods.Select(static one => new PeriodWeight(one.Period, one.Factor))]);

    private static Ratchet RatchetOf(RatchetDocument ratchet, string path, TariffReading reading) =>
        new(ratchet.Percent, ratchet.Months)
        {
            Percents = ratchet.Percents ?? [],
            WholeIn = ratchet.WholeIn,
            Season = ratchet.Season,
            During = ratchet.During,
            AppliesTo = ratchet.AppliesTo ?? [],
            CountsAllPeriods = reading.Word(ratchet.Periods, $"{path}/periods", "same or any", ratchet.Periods switch
            {
                "same" => false,
                "any" => true,
                _ => (bool?)null,
            }),
        };

    private static PowerFactorTerms FactorOf(PowerFactorDocument factor, string path, TariffReading reading)
    {
        var method = reading.Word(factor.Method, $"{path}/method", "ratio, points or apparent", factor.Method switch
        {
            "ratio" => PowerFactorMethod.Ratio,
            "points" => PowerFactorMethod.Points,
            "apparent" => PowerFactorMethod.Apparent,
            _ => (PowerFactorMethod?)null,
        });
        return new PowerFactorTerms(method, factor.Target, factor.Percent ?? 0m, factor.Channels ?? [], factor.Bonus);
    }

    private static CoincidentLookBack LookBackOf(EventLookBackDocument back, string path, TariffReading reading) => new(
        new AnnualSpan(
            reading.AnnualDay(back.Measured.From, $"{path}/measured/from"),
            reading.AnnualDay(back.Measured.Until, $"{path}/measured/until")),
        reading.AnnualDay(back.BilledFrom, $"{path}/billedFrom"));

    private static CoincidentRule RuleOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "highest, mean or sum", text switch
        {
            "highest" => CoincidentRule.Highest,
            "mean" => CoincidentRule.Mean,
            "sum" => CoincidentRule.Sum,
            _ => (CoincidentRule?)null,
        });

    private static ChargePer PerOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "month, day or year", text switch
        {
            "month" => ChargePer.Month,
            "day" => ChargePer.Day,
            "year" => ChargePer.Year,
            _ => (ChargePer?)null,
        });

    private static DemandBasis BasisOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "highest, daily or coincident", text switch
        {
            "highest" => DemandBasis.Highest,
            "daily" => DemandBasis.Daily,
            "coincident" => DemandBasis.Coincident,
            _ => (DemandBasis?)null,
        });

    private static decimal? Greater(decimal? left, decimal? right) =>
        left is { } l && right is { } r ? decimal.Max(l, r) : left ?? right;
}
