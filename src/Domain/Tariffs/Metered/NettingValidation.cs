namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Checks net metering and the charges that price its rest.</summary>
internal sealed class NettingValidation(TariffVersion version, string path, ProblemList problems)
{
    public void Check(Charge.EnergyNetting netting)
    {
        var terms = netting.Terms;
        CheckBank(terms.Bank);
        if (string.IsNullOrWhiteSpace(terms.Meters.Unit))
            Add("unit", "required", "Net metering names the unit.");
        if (terms.Calendar is { } id && version.Calendar(id) is null)
            Add("calendar", "unknown-calendar", $"The version has no calendar {id}.");
        var periods = terms.Calendar is { } known ? version.Calendar(known)?.Periods ?? [] : [];
        var grouped = terms.Groups.SelectMany(static group => group).ToList();
        foreach (var name in grouped.Except(periods, StringComparer.Ordinal))
            Add("groups", "unknown-period", $"There is no period {name}.");
        if (grouped.Count != grouped.Distinct(StringComparer.Ordinal).Count())
            Add("groups", "duplicate-period", "A period shares one bank.");
        if (!terms.Groups.IsEmpty && periods.Except(grouped, StringComparer.Ordinal).Any())
            Add("groups", "unpriced-period", "Every period of the calendar is in a group.");
    }

    public void Check(Charge.MoneyNetting netting)
    {
        CheckBank(netting.Terms.Bank);
        if (netting.Terms.Bank.Surplus == SurplusRule.PayNetUse && netting.Terms.Meters is null)
            Add("surplusPrice", "required", "pay-net-use needs a price and meters.");
        if (netting.Terms.Settle == SettleRule.Year && netting.Terms.Bank.Usable == CreditUse.NextBill)
            Add("credit", "one-settlement", "What is settled at the true-up is not used from bill to bill.");
    }

    /// <summary>A netted charge prices in the unit and by the calendar of the netting before it, or by none.</summary>
    public void Check(Charge.Usage usage, int index)
    {
        if (usage.Netted is not { } code)
            return;
        var netting = version.Charges.Take(index).OfType<Charge.EnergyNetting>()
            .FirstOrDefault(charge => charge.Head.Code == code);
        if (netting is null)
        {
            Add("netted", "unknown-charge", $"No net metering {code} with a bank of energy stands before this charge.");
            return;
        }
        if (netting.Terms.Meters.Unit != usage.Meter.Unit)
            Add("unit", "other-unit", $"{code} nets {netting.Terms.Meters.Unit}.");
        if (usage.Price is PriceModel.CriticalPeak or PriceModel.PeakRebate or PriceModel.Hourly or PriceModel.Excess
            or PriceModel.PerWindow)
        {
            Add("price", "netted-by-hour", "What is netted over a bill has no price by event, hour, window or excess.");
        }
        if (usage.Price is PriceModel.TimeOfUse timeOfUse && timeOfUse.Calendar != netting.Terms.Calendar)
            Add("price/calendar", "other-calendar", $"{code} is not netted by calendar {timeOfUse.Calendar}.");
        if (usage.Price is PriceModel.TimeOfUse { Counting: Prices.TierCounting.OfWholeInOrder })
            Add("price/tiersOver", "netted-by-hour", "What is netted over a bill has no order of time.");
        if (!usage.Head.Yearly.SequenceEqual(netting.Head.Yearly)
            || usage.Head.ValidFrom != netting.Head.ValidFrom || usage.Head.ValidUntil != netting.Head.ValidUntil)
        {
            Add("netted", "other-days", $"A netted charge has the days of {code}.");
        }
    }

    private void CheckBank(BankTerms bank)
    {
        if (bank.ExpiryMonths < 0)
            Add("expiryMonths", "out-of-range", "Credits lapse after a number of months, not before.");
        if (bank.SurplusPrice < 0m)
            Add("surplusPrice", "out-of-range", "A surplus price is what is paid, and not negative.");
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
