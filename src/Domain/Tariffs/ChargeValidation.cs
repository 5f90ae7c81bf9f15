using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>Checks one charge against its version.</summary>
internal sealed class ChargeValidation(TariffVersion version, int index, string path, ProblemList problems)
{
    /// <summary>Whether the tariff leaves its taxes to jurisdictions, whose tables it does not know.</summary>
    public bool LeavesTaxes { get; init; }

    public void Check()
    {
        var charge = version.Charges[index];
        CheckHead(charge.Head);
        CheckTaxCategory(charge);
        if (charge.Head.When is { } condition)
            CheckCondition(charge, condition);
        switch (charge)
        {
            case Charge.Usage usage:
                CheckUsage(usage);
                break;
            case Charge.Demand demand:
                new DemandValidation(version, index, path, problems).Check(demand);
                new PriceValidation(version, problems).Check(demand.Price, $"{path}/price", isNested: false);
                CheckDemandPrice(demand.Price);
                break;
            case Charge.Fixed fixedCharge:
                CheckTimes(fixedCharge.Times);
                CheckSelection(new ChargeSelection(fixedCharge.OnlyIfUsed, []), "onlyIfUsed");
                break;
            case Charge.Calls calls:
                new CallPlanValidation(calls.Plan, version, path, problems).Check();
                break;
            case Charge.Percentage percentage:
                CheckNetSelection(percentage.Base);
                CheckBounds(percentage);
                break;
            case Charge.Minimum minimum:
                CheckNetSelection(minimum.Base);
                CheckTimes(minimum.Times);
                if (minimum.Amount <= 0)
                    Add("amount", "out-of-range", "A minimum is more than nothing.");
                if (minimum is { IsTruedUp: true, Per: not ChargePer.Year })
                    Add("trueUp", "out-of-range", "Only a minimum per year is counted on to the end of the year.");
                break;
            case Charge.Maximum maximum:
                CheckNetSelection(maximum.Base);
                CheckTimes(maximum.Times);
                if (maximum.Amount < 0)
                    Add("amount", "out-of-range", "A maximum is not negative.");
                break;
            case Charge.Rounded rounded:
                CheckNetSelection(rounded.Base);
                if (rounded.Rounding.Multiple <= 0m)
                    Add("to", "out-of-range", "A sum is rounded to a multiple of more than nothing.");
                break;
            case Charge.EnergyNetting netting:
                new NettingValidation(version, path, problems).Check(netting);
                break;
            case Charge.MoneyNetting netting:
                CheckNetSelection(netting.Terms.Base);
                new NettingValidation(version, path, problems).Check(netting);
                break;
            default:
                new RecurringValidation(path, problems).Check(charge);
                CheckRecurring(charge, RecurringValidation.SelectionOf(charge) ?? ChargeSelection.All);
                if (charge is EventCharge events)
                    new EventPeriodValidation(version, path, problems).Check(events);
                break;
        }
    }

    private void CheckUsage(Charge.Usage usage)
    {
        CheckUnit(usage.Meter);
        if (usage.Conversion is { } conversion)
            new ConversionValidation($"{path}/conversion", problems).Check(conversion, usage.Meter.Unit);
        new PriceValidation(version, problems).Check(usage.Price, $"{path}/price", isNested: false);
        new NettingValidation(version, path, problems).Check(usage, index);
        if (usage is { Conversion: not null, Netted: not null })
            Add("conversion", "other-unit", "What is netted has the unit of its net-metering and is not converted.");
    }

    private void CheckHead(ChargeHead head)
    {
        if (string.IsNullOrWhiteSpace(head.Code))
            Add("code", "required", "A charge has a code.");
        if (string.IsNullOrWhiteSpace(head.Text))
            Add("text", "required", "A charge has a text for the customer.");
        if (head.ValidUntil <= (head.ValidFrom ?? LocalDate.MinIsoValue))
            Add("validUntil", "ends-before-start", "A charge has at least one day.");
        if (version.Charges.Take(index).Any(earlier => earlier.Head.Code == head.Code && Meet(earlier.Head, head)))
            Add("code", "duplicate-code", $"{head.Code} is charged twice on the same days.");
    }

    private void CheckCondition(Charge charge, UseCondition condition)
    {
        if (charge is not (Charge.Fixed or Charge.Usage or Charge.Demand or Charge.Percentage or Charge.Minimum
            or Charge.Maximum))
        {
            Add("when", "unfit-condition", "Only charges for use and demand, fixed ones and those of lines have one.");
        }
        if (charge is Charge.Demand { Terms: { Ratchet: not null } or { Rolling: not null } or { LookBack: not null } })
            Add("when", "unfit-condition", "A demand that later bills look back to applies always.");
        CheckSelection(new ChargeSelection([condition.Charge], []), "when/charge");
        if (condition is { Above: null, UpTo: null })
            Add("when", "required", "A condition has a limit, above or up to which the charge applies.");
        if (condition.Above >= condition.UpTo)
            Add("when/upTo", "unreachable-tier", "The upper limit of a condition is above its lower one.");
    }

    private void CheckTaxCategory(Charge charge)
    {
        var category = charge.Head.TaxCategory;
        if (category == ChargeHead.CategoryOfLines
            && charge is not (Charge.Percentage or Charge.Rounded or DiscountCharge))
        {
            Add("taxCategory", "unknown-tax-category",
                "Only a discount, a percentage or a rounding has the categories of its lines,"
                + $" \"{ChargeHead.CategoryOfLines}\".");
        }
        else if (category is not (ChargeHead.Untaxed or ChargeHead.CategoryOfLines)
            && !LeavesTaxes
            && !version.Taxes.Any(tax => tax.Categories.Contains(category, StringComparer.Ordinal)))
        {
            Add("taxCategory", "unknown-tax-category",
                $"No tax names {category}; untaxed is \"{ChargeHead.Untaxed}\".");
        }
    }

    private static bool Meet(ChargeHead left, ChargeHead right) =>
        (left.ValidFrom ?? LocalDate.MinIsoValue) < (right.ValidUntil ?? LocalDate.MaxIsoValue)
        && (right.ValidFrom ?? LocalDate.MinIsoValue) < (left.ValidUntil ?? LocalDate.MaxIsoValue);

    private void CheckUnit(MeterSelection meter)
    {
        if (string.IsNullOrWhiteSpace(meter.Unit))
            Add("unit", "required", "A price per unit names the unit.");
    }

    private void CheckDemandPrice(PriceModel price)
    {
        if (price is PriceModel.HoursUse or PriceModel.CriticalPeak or PriceModel.PeakRebate or PriceModel.Hourly
            or PriceModel.Excess or PriceModel.PerWindow)
        {
            Add("price/kind", "price-of-demand", "A demand has a flat price, tiers, or one for each period.");
        }
        var inner = price is PriceModel.TimeOfUse timeOfUse
            ? timeOfUse.Prices.Select(static entry => entry.Price) : [price];
        if (inner.OfType<PriceModel.Tiers>().Any(static tiers => tiers.Per is ChargePer.Year or ChargePer.Life))
            Add("price/per", "unknown-span", "The tiers of a demand are for a month.");
    }

    private void CheckTimes(Factor? times)
    {
        if (times is null)
            return;
        if (new object?[] { times.Number, times.Option, times.Charge }.Count(static given => given is not null) != 1)
            Add("times", "number-or-option", "Times has a number, the name of an option or the code of a charge.");
        if (times.Charge is { } code)
            CheckSelection(new ChargeSelection([code], []), "times/charge");
        if (times.Number < 0m)
            Add("times/number", "out-of-range", "A number of items is not negative.");
        if (times.Option is { } option && SettingRegistry.Find(option) is not Setting<decimal?>)
            Add("times/option", "unknown-setting", $"There is no setting {option} with a number.");
    }

    private void CheckBounds(Charge.Percentage percentage)
    {
        if (percentage.Most < 0m || percentage.Least < 0m)
            Add("most", "out-of-range", "Bounds are given without a sign.");
        if (percentage.Least > percentage.Most)
            Add("least", "out-of-range", "The least is not more than the most.");
        if (percentage.PowerFactor is { Target: <= 0m or > 1m })
            Add("powerFactor/target", "out-of-range", "A power factor is more than 0 and at most 1.");
        if (percentage.PowerFactor is { Decimals: < 0 or > FactorPercent.DecimalsMax })
            Add("powerFactor/decimals", "out-of-range", "A percentage is rounded to 0 to 10 decimals.");
    }

    private void CheckSelection(ChargeSelection selection, string member = "of")
    {
        foreach (var code in selection.Of.Concat(selection.Except))
        {
            if (!version.Charges.Take(index).Any(earlier => earlier.Head.Code == code))
                Add(member, "unknown-charge", $"No charge {code} stands before this one.");
        }
    }

    private void CheckRecurring(Charge charge, ChargeSelection selection)
    {
        if (charge is RetentionCharge or DiscountCharge)
            CheckNetSelection(selection);
        else
            CheckSelection(selection);
    }

    /// <summary>What is taken of amounts without taxes must not take one with them.</summary>
    private void CheckNetSelection(ChargeSelection selection)
    {
        CheckSelection(selection);
        foreach (var earlier in version.Charges.Take(index))
        {
            if (earlier is CommitmentCharge { IncludesTax: true } or MaximumCharge { IncludesTax: true }
                && selection.Includes(earlier.Head.Code))
            {
                Add("of", "amount-with-tax",
                    $"{earlier.Head.Code} includes taxes: put it last, or except it from what this one is of.");
            }
        }
    }

    private void Add(string member, string rule, string detail) =>
        problems.Add($"{path}/{member}", rule, detail);
}
