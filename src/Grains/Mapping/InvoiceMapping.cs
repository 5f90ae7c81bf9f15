using BillingActors.Domain.Explanations;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Grains.Interfaces.Accounts;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Mapping;

/// <summary>Invoices as they are shown, and bills as they are compared.</summary>
internal static class InvoiceMapping
{
    /// <summary>The invoice as the domain compares it.</summary>
    public static ComparedBill ToBill(this InvoiceView invoice)
    {
        var currency = Currency.Of(invoice.Currency);
        return new ComparedBill(
            new Period(invoice.From.ToDomain(), invoice.Until.ToDomain()),
            currency,
            [.. invoice.Lines.Select(line => ToDomain(line, currency))],
            [.. invoice.Taxes.Select(tax => new TaxLine(
                tax.Code, tax.Text, tax.Percent, new Money(tax.BaseMinor, currency),
                new Money(tax.AmountMinor, currency)))]);
    }

    /// <summary>A tax as it is shown.</summary>
    public static TaxLineView ToView(this TaxLine tax) =>
        new(tax.Code, tax.Text, tax.Percent, tax.Base.Minor, tax.Amount.Minor);

    private static RatedLine ToDomain(InvoiceLineView line, Currency currency) => new(
        line.ContractId,
        line.Code,
        line.Text,
        new Period(line.From.ToDomain(), line.Until.ToDomain()),
        line.Quantity,
        line.Unit,
        line.UnitPrice,
        line.ExactAmount,
        new Money(line.AmountMinor, currency),
        line.Tier,
        line.TimeOfUse,
        line.TariffVersion,
        line.TaxCategory,
        new LineSource(line.SourceKind, line.SourceReference, line.Imports)
        {
            EstimatedShare = line.EstimatedShare,
            PeriodShare = line.PeriodShare,
        });
}
