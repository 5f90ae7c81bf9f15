namespace BillingActors.Domain.Tariffs;

/// <summary>Checks a price: tiers that can be reached, periods that exist and are all priced.</summary>
internal sealed class PriceValidation(TariffVersion version, ProblemList problems)
{
    public void Check(PriceModel price, string path, bool isNested)
    {
        switch (price)
        {
            case PriceModel.Tiers tiers:
                CheckTiers(tiers, path);
                break;
            case PriceModel.TimeOfUse when isNested:
                Add(path, "nested-time-of-use", "The price of a period is flat or in tiers.");
                break;
            case PriceModel.TimeOfUse timeOfUse:
                CheckPeriods(timeOfUse, path);
                break;
        }
    }

    private void CheckTiers(PriceModel.Tiers tiers, string path)
    {
        if (tiers.Per == ChargePer.Year)
            Add($"{path}/per", "unknown-span", "Limits are per day or per month.");
        if (tiers.Steps.IsEmpty)
            Add($"{path}/steps", "no-tiers", "A tiered price has at least one step.");
        var below = (decimal?)0m;
        for (var i = 0; i < tiers.Steps.Length; i++)
        {
            var limit = tiers.Steps[i].UpTo;
            if (below is null || limit <= below)
                Add($"{path}/steps/{i}", "unreachable-tier", "Limits rise, and only the last step has none.");
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
    }

    private void Add(string path, string rule, string detail) => problems.Add(path, rule, detail);
}
