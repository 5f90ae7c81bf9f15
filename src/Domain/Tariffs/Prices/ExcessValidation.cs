namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Checks the price of what goes beyond a part of another charge's use.</summary>
internal sealed class ExcessValidation(TariffVersion version, string path, ProblemList problems)
{
    public void Check(PriceModel.Excess excess)
    {
        if (version.Charges.OfType<Charge.Usage>().All(charge =>
            charge.Head.Code != excess.Over || charge.Price is PriceModel.Excess))
        {
            Add("over", "unknown-charge", $"The version has no usage charge {excess.Over} of its own use.");
        }
        if (excess.Percent < 0m)
            Add("percent", "out-of-range", "What is free is nothing or more.");
        CheckPeriods(excess);
        if (excess.Bands.IsEmpty)
            Add("bands", "no-tiers", "An excess has at least one band.");
        var below = (decimal?)excess.Percent;
        for (var i = 0; i < excess.Bands.Length; i++)
        {
            var limit = excess.Bands[i].UpTo;
            if (below is null || limit <= below)
            {
                Add($"bands/{i}", "unreachable-tier",
                    "Limits rise above the percentage that is free, and only the last has none.");
            }
            below = limit;
        }
        if (excess.Bands is [.., { UpTo: not null }])
            Add($"bands/{excess.Bands.Length - 1}/upTo", "open-end", "The last band has no limit.");
    }

    private void CheckPeriods(PriceModel.Excess excess)
    {
        var calendar = excess.Calendar is { } id ? version.Calendar(id) : null;
        if (excess.Calendar is { } name && calendar is null)
            Add("calendar", "unknown-calendar", $"The version has no calendar {name}.");
        foreach (var period in excess.Periods.Where(one =>
            calendar is null || !calendar.Periods.Contains(one, StringComparer.Ordinal)))
            Add("periods", "unknown-period", $"There is no period {period}.");
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
