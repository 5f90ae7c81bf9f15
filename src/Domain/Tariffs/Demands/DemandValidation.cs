using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Checks what a demand charge does to its demand.</summary>
internal sealed class DemandValidation(TariffVersion version, int index, string path, ProblemList problems)
{
    private const int MinutesPerHour = 60;
    private const int MonthsMax = 60;
    private const int WindowsMax = 100;
    private const int MonthsOfYear = 12;

    private static readonly ImmutableArray<string> Units = ["kW", "kVA", "kVAr"];

    public void Check(Charge.Demand demand)
    {
        if (!Units.Any(unit => UnitConversion.Exponent(demand.Meter.Unit, unit) is not null))
            Add("unit", "unit-of-power", $"{demand.Meter.Unit} is no unit of power such as kW.");
        if (demand.WindowMinutes < 1 || MinutesPerHour % demand.WindowMinutes != 0)
            Add("windowMinutes", "out-of-range", "A window divides the hour: 5, 15, 30, 60 minutes.");
        var terms = demand.Terms;
        if (terms.Least < 0m)
            Add("least", "out-of-range", "A least demand is not negative.");
        if (terms.ContractPercent <= 0m)
            Add("contractPercent", "out-of-range", "A percentage of the contract demand is more than nothing.");
        if (terms.Over is { } code && !version.Charges.Take(index).OfType<Charge.Demand>()
            .Any(earlier => earlier.Head.Code == code))
        {
            Add("over", "unknown-charge", $"No demand charge {code} stands before this one.");
        }
        if (terms.OverPercent <= 0m)
            Add("overPercent", "out-of-range", "A percentage of a demand before is more than nothing.");
        if (terms is { Over: null, OverPercent: not 100m })
            Add("overPercent", "required", "A percentage is of the demand that over names.");
        if (terms.OverContractPercent <= 0m)
            Add("overContractPercent", "out-of-range", "A percentage of the contract demand is more than nothing.");
        if (terms is { Over: not null, OverContractPercent: not null })
            Add("overContractPercent", "one-demand", "A demand is billed over another or over that of the contract.");
        if (terms is { Basis: DemandBasis.Daily, Per: not ChargePer.Month })
            Add("per", "unfit-price", "A demand that is measured each day is priced for each day by itself.");
        if (terms is { Basis: not DemandBasis.Highest, Mean: not null })
            Add("mean", "highest-only", "A mean is of the highest windows, not of a daily or coincident demand.");
        if (terms.Mean is { Highest: < 1 or > WindowsMax })
            Add("mean/highest", "out-of-range", $"A mean is of 1 to {WindowsMax} windows.");
        if (terms.Rolling is { } rolling)
            Check(rolling, terms);
        if (terms.Basis == DemandBasis.Coincident)
            CheckEvents(demand);
        else
            RefuseEvents(terms);
        if (terms.Ratchet is { } ratchet)
            Check(ratchet, demand.Price);
        if (terms.PowerFactor is { } factor)
            Check(factor, demand.Meter.Unit);
        if (terms.Weights is { } weights)
            new WeightValidation(version, $"{path}/weights", problems).Check(weights);
    }

    private void Check(RollingMean rolling, DemandTerms terms)
    {
        if (rolling.Months is < 2 or > MonthsMax)
            Add("rolling/months", "out-of-range", $"A mean is of 2 to {MonthsMax} months.");
        if (rolling.Least < 0m)
            Add("rolling/least", "out-of-range", "A least demand is not negative.");
        if (terms is { Ratchet: not null } or { LookBack: not null })
            Add("rolling", "one-look-back", "A demand has a mean of months, a ratchet or earlier events, one of them.");
        if (terms.Basis == DemandBasis.Daily)
            Add("rolling", "highest-only", "A mean of months is of their highest demands, not of sums of days.");
    }

    private void CheckEvents(Charge.Demand demand)
    {
        if (!version.Events.Any(list => list.Id == demand.Terms.Events))
            Add("events", "unknown-events", "A coincident demand names a list of events of the version.");
        if (demand.Price is PriceModel.TimeOfUse)
            Add("price", "nested-time-of-use", "A coincident demand has the hours of its events and no others.");
        if (demand.Terms is { LookBack: not null, Ratchet: not null })
            Add("ratchet", "one-look-back", "A demand looks back at the peaks of months or at events, not at both.");
    }

    private void RefuseEvents(DemandTerms terms)
    {
        if (terms.LookBack is not null)
            Add("lookBack", "coincident-only", "Only a coincident demand looks back at events.");
        if (terms.Combine is not null)
            Add("combine", "coincident-only", "Only a coincident demand is made of several events.");
    }

    private void Check(Ratchet ratchet, PriceModel price)
    {
        CheckShares(ratchet);
        if (ratchet.Months is < 1 or > MonthsMax)
            Add("ratchet/months", "out-of-range", $"A ratchet looks back 1 to {MonthsMax} months.");
        CheckSeason("ratchet/season", ratchet.Season);
        CheckSeason("ratchet/during", ratchet.During);
        var periods = price is PriceModel.TimeOfUse timeOfUse
            ? version.Calendar(timeOfUse.Calendar)?.Periods ?? []
            : [];
        for (var i = 0; i < ratchet.AppliesTo.Length; i++)
        {
            if (!periods.Contains(ratchet.AppliesTo[i], StringComparer.Ordinal))
                Add($"ratchet/appliesTo/{i}", "unknown-period", $"The price has no period {ratchet.AppliesTo[i]}.");
        }
    }

    private void CheckShares(Ratchet ratchet)
    {
        if (ratchet.Percents.IsEmpty && ratchet.Percent <= 0m)
            Add("ratchet/percent", "out-of-range", "A ratchet is more than nothing percent.");
        if (ratchet is { Percents.IsEmpty: false, Percent: not 0m })
            Add("ratchet/percents", "price-or-steps", "A ratchet has one percentage, or one for each month.");
        if (!ratchet.Percents.IsEmpty && ratchet.Percents.Length != MonthsOfYear)
            Add("ratchet/percents", "out-of-range", "There is a percentage for each of twelve months, from January.");
        for (var i = 0; i < ratchet.Percents.Length; i++)
        {
            if (ratchet.Percents[i] < 0m)
                Add($"ratchet/percents/{i}", "out-of-range", "A percentage of a month is not negative.");
        }
        var whole = ratchet.WholeIn ?? [];
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] is < 1 or > MonthsOfYear)
                Add($"ratchet/wholeIn/{i}", "out-of-range", "Months are counted from 1 to 12.");
        }
    }

    private void CheckSeason(string member, string? season)
    {
        var isKnown = season is null
            || version.Calendars.Any(calendar => calendar.Seasons.Any(known => known.Name == season));
        if (!isKnown)
            Add(member, "unknown-season", $"No calendar of the version has a season {season}.");
    }

    private void Check(PowerFactorTerms terms, string unit)
    {
        if (terms.Target is <= 0m or > 1m)
            Add("powerFactor/target", "out-of-range", "A power factor is more than 0 and at most 1.");
        if (terms.Method == PowerFactorMethod.Points && terms.Percent <= 0m)
            Add("powerFactor/percent", "required", "Points have a percentage that is more than nothing.");
        var isApparent = UnitConversion.Exponent(unit, "kVA") is not null;
        if (terms.Method == PowerFactorMethod.Apparent && !isApparent)
            Add("unit", "unit-of-power", $"Apparent power is in kVA, not {unit}.");
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
