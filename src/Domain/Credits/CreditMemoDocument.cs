using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Credits;

/// <summary>
/// The document of a credit memo: lines and taxes of the invoice with the opposite sign. A line that is credited whole
/// is its mirror; of a part only the amount is left.
/// </summary>
public static class CreditMemoDocument
{
    /// <summary>The document; its number is drawn when it is stored.</summary>
    public static Invoice Of(
        Invoice invoice, string invoiceNumber, AccountEvent.CreditMemoIssued issued, string series)
    {
        var currency = invoice.Net.Currency;
        ImmutableArray<int> taxes = [.. issued.LineTaxes.Select(part => part.Tax).Distinct().Order()];
        ImmutableArray<int> lines = [.. issued.Lines.Select(line => line.Line)];
        return invoice with
        {
            InvoiceId = issued.MemoId,
            Series = series,
            RunId = null,
            IssuedOn = issued.IssuedOn,
            DueOn = issued.IssuedOn,
            Lines = [.. issued.Lines.Select(line => Mirrored(invoice, invoiceNumber, line))],
            Taxes = [.. taxes.Zip(issued.Taxes, (tax, share) => invoice.Taxes[tax] with
            {
                Base = new Money(-share.BaseMinor, currency),
                Amount = new Money(-share.AmountMinor, currency),
            })],
            Net = new Money(-issued.NetMinor, currency),
            Tax = new Money(-issued.TaxMinor, currency),
            Total = new Money(-issued.TotalMinor, currency),
            LineTaxes = issued.LineTaxes.IsEmpty
                ? null
                : [.. issued.LineTaxes.Select(part => new LineTax(
                    lines.IndexOf(part.Line), taxes.IndexOf(part.Tax), -part.BaseMinor, -part.AmountMinor))],
            Corrects = new CorrectedInvoice(invoice.InvoiceId, invoiceNumber),
        };
    }

    private static RatedLine Mirrored(Invoice invoice, string invoiceNumber, LineCredited credited)
    {
        var line = invoice.Lines[credited.Line];
        if (credited.NetMinor == line.Amount.Minor)
        {
            return line with
            {
                Quantity = -line.Quantity,
                ExactAmount = -line.ExactAmount,
                Amount = -line.Amount,
                Gross = line.Gross is { } gross ? -gross : null,
            };
        }
        var amount = new Money(-credited.NetMinor, line.Amount.Currency);
        return line with
        {
            Quantity = 1m,
            Unit = "item",
            UnitPrice = amount.ToDecimal(),
            ExactAmount = amount.ToDecimal(),
            Amount = amount,
            Source = new LineSource(
                "invoice", FormattableString.Invariant($"{invoiceNumber} line {credited.Line + 1}"), ""),
            Gross = null,
        };
    }
}
