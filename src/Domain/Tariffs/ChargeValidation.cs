using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs.Calls;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>Checks one charge against its version.</summary>
internal sealed class ChargeValidation(TariffVersion version, int index, string path, ProblemList problems)
{
    private const string Untaxed = "none";

    public void Check()
    {
        var charge = version.Charges[index];
        CheckHead(charge.Head);
        switch (charge)
        {
            case Charge.Usage usage:
                CheckUnit(usage.Meter);
                if (usage.Conversion is { } conversion)
                    new ConversionValidation($"{path}/conversion", problems).Check(conversion, usage.Meter.Unit);
                new PriceValidation(version, problems).Check(usage.Price, $"{path}/price", isNested: false);
                break;
            case Charge.Demand demand:
                new DemandValidation(version, index, path, problems).Check(demand);
                new PriceValidation(version, problems).Check(demand.Price, $"{path}/price", isNested: false);
                break;
            case Charge.Calls calls:
                new CallPlanValidation(calls.Plan, version, path, problems).Check();
                break;
            case Charge.Percentage percentage:
                CheckSelection(percentage.Base);
                break;
            case Charge.Minimum minimum:
                CheckSelection(minimum.Base);
                if (minimum.Amount <= 0)
                    Add("amount", "out-of-range", "A minimum is more than nothing.");
                break;
        }
    }

    private void CheckHead(ChargeHead head)
    {
        if (string.IsNullOrWhiteSpace(head.Code))
            Add("code", "required", "A charge has a code.");
        if (string.IsNullOrWhiteSpace(head.Text))
            Add("text", "required", "A charge has a text for the customer.");
        if (head.ValidUntil <= (head.ValidFrom ?? LocalDate.MinIsoValue))
            Add("validUntil", "ends-before-start", "A charge has at least one day.");
        if (head.TaxCategory != Untaxed
            && !version.Taxes.Any(tax => tax.Categories.Contains(head.TaxCategory, StringComparer.Ordinal)))
        {
            Add("taxCategory", "unknown-tax-category", $"No tax names {head.TaxCategory}; untaxed is \"{Untaxed}\".");
        }
        if (version.Charges.Take(index).Any(earlier => earlier.Head.Code == head.Code && Meet(earlier.Head, head)))
            Add("code", "duplicate-code", $"{head.Code} is charged twice on the same days.");
    }

    private static bool Meet(ChargeHead left, ChargeHead right) =>
        (left.ValidFrom ?? LocalDate.MinIsoValue) < (right.ValidUntil ?? LocalDate.MaxIsoValue)
        && (right.ValidFrom ?? LocalDate.MinIsoValue) < (left.ValidUntil ?? LocalDate.MaxIsoValue);

    private void CheckUnit(MeterSelection meter)
    {
        if (string.IsNullOrWhiteSpace(meter.Unit))
            Add("unit", "required", "A price per unit names the unit.");
    }

    private void CheckSelection(ChargeSelection selection)
    {
        foreach (var code in selection.Of.Concat(selection.Except))
        {
            if (!version.Charges.Take(index).Any(earlier => earlier.Head.Code == code))
                Add("of", "unknown-charge", $"No charge {code} stands before this one.");
        }
    }

    private void Add(string member, string rule, string detail) =>
        problems.Add($"{path}/{member}", rule, detail);
}
