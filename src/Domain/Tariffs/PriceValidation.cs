using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Tariffs;

/// <summary>Checks a price: tiers that can be reached, periods that exist and are all priced.</summary>
internal sealed class PriceValidation(TariffVersion version, ProblemList problems)
{
    /// <summary>Whether the price is that of a window.</summary>
    private bool IsOfWindow { get; init; }

    /// <summary>Checks a price; <paramref name="isNested"/> says that it stands inside another.</summary>
    public void Check(PriceModel price, string path, bool isNested)
    {
        switch (price)
        {
            case PriceModel.Tiers tiers:
                CheckTiers(tiers, path);
                break;
            case PriceModel.HoursUse hours:
                new HoursUseValidation(version, problems).Check(hours, path);
                break;
            case PriceModel.TimeOfUse when isNested:
                Add(path, "nested-time-of-use", "The price of a period is flat or in tiers.");
                break;
            case PriceModel.TimeOfUse timeOfUse:
                CheckPeriods(timeOfUse, path);
                break;
            case PriceModel.CriticalPeak or PriceModel.PeakRebate or PriceModel.Hourly or PriceModel.Excess
                or PriceModel.PerWindow when isNested || IsOfWindow:
                Add(path, "nested-price", "A price by events, by hour or window, or of an excess stands alone.");
                break;
            case PriceModel.PerWindow window:
                new WindowValidation(path, problems).CheckMetered(window);
                new PriceValidation(version, problems) { IsOfWindow = true }
                    .Check(window.Price, $"{path}/price", isNested: false);
                break;
            case PriceModel.CriticalPeak critical:
                CheckEvents(critical.Events, path);
                CheckNested(critical.OnEvent, $"{path}/onEvent");
                CheckOtherwise(critical.Otherwise, $"{path}/otherwise");
                break;
            case PriceModel.PeakRebate rebate:
                CheckEvents(rebate.Events, path);
                break;
            case PriceModel.Excess excess:
                new ExcessValidation(version, path, problems).Check(excess);
                break;
            case PriceModel.Hourly hourly when version.Series.All(series => series.Id != hourly.Series):
                Add($"{path}/series", "unknown-series", $"The version has no series {hourly.Series}.");
                break;
            case SteppedPrice or PackagePrice or PercentagePrice or MatrixPrice or CapacityPrice:
                Add(path, "unfit-price", "Metered use is not priced by the quantity of an order or by events.");
                break;
        }
    }

    private void CheckNested(PriceModel price, string path) => Check(price, path, isNested: true);

    private void CheckOtherwise(PriceModel price, string path) =>
        Check(price, path, isNested: price is not PriceModel.TimeOfUse);

    private void CheckEvents(string list, string path)
    {
        if (version.Events.All(events => events.Id != list))
            Add($"{path}/events", "unknown-events", $"The version has no list of events {list}.");
    }

    private void CheckTiers(PriceModel.Tiers tiers, string path)
    {
        if (tiers.Steps.IsEmpty)
            Add($"{path}/steps", "no-tiers", "A tiered price has at least one step.");
        if (IsOfWindow != (tiers.Per == ChargePer.Window))
            Add($"{path}/per", "unknown-span", "Limits are per window in a price per window, and there alone.");
        if (IsOfWindow && tiers.CountedWith is not null)
            Add($"{path}/countedWith", "unfit-price", "Each window begins anew.");
        if (tiers is { Mode: TierMode.Volume, CountedWith: not null })
            Add($"{path}/countedWith", "graduated-only", "Only graduated tiers count on after other charges.");
        var below = (decimal?)0m;
        for (var i = 0; i < tiers.Steps.Length; i++)
        {
            var limit = tiers.Steps[i].UpTo;
            if (below is null || limit <= below)
                Add($"{path}/steps/{i}", "unreachable-tier", "Limits rise, and only the last step has none.");
            if (tiers.Steps[i].Fee < 0m)
                Add($"{path}/steps/{i}/fee", "out-of-range", "The flat fee of a step is not negative.");
            below = limit;
        }
        var last = tiers.Steps.Length - 1;
        if (last >= 0 && below is not null)
            Add($"{path}/steps/{last}/upTo", "open-end", "The last step has no limit, so that all has a price.");
    }

    private void CheckPeriods(PriceModel.TimeOfUse timeOfUse, string path)
    {
        if (version.Calendar(timeOfUse.Calendar) is not { } calendar)
        {
            Add($"{path}/calendar", "unknown-calendar", $"The version has no calendar {timeOfUse.Calendar}.");
            return;
        }
        var priced = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < timeOfUse.Prices.Length; i++)
        {
            var (period, price) = timeOfUse.Prices[i];
            if (!calendar.Periods.Contains(period, StringComparer.Ordinal))
                Add($"{path}/prices/{i}/period", "unknown-period", $"Calendar {calendar.Id} has no period {period}.");
            if (!priced.Add(period))
                Add($"{path}/prices/{i}/period", "duplicate-period", $"{period} is priced twice.");
            Check(price, $"{path}/prices/{i}/price", isNested: true);
        }
        foreach (var period in calendar.Periods.Where(period => !priced.Contains(period)))
            Add($"{path}/prices", "unpriced-period", $"Period {period} of calendar {calendar.Id} has no price.");
        CheckCounting(timeOfUse, path);
    }

    // Tiers over the whole are counted once, so all periods count for the same span.
    private void CheckCounting(PriceModel.TimeOfUse timeOfUse, string path)
    {
        if (timeOfUse.Counting is null or TierCounting.OfPeriod)
            return;
        var counts = timeOfUse.Prices.Select(static entry => entry.Price).OfType<PriceModel.Tiers>()
            .Select(static tiers => (tiers.Per, tiers.Mode, tiers.CountedWith)).Distinct().Count();
        if (counts > 1)
            Add($"{path}/prices", "mixed-tiers", "Tiers over the whole use count the same in every period.");
    }

    private void Add(string path, string rule, string detail) => problems.Add(path, rule, detail);
}
