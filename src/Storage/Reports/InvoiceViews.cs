using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>Stored documents as wire records.</summary>
public static class InvoiceViews
{
    internal static InvoiceView ToView(this Invoice invoice, string number, byte[] hash) => new(
        invoice.InvoiceId,
        number,
        invoice.EntityId,
        invoice.AccountId,
        invoice.CustomerId,
        invoice.RunId,
        invoice.IssuedOn.ToDateOnly(),
        invoice.DueOn.ToDateOnly(),
        invoice.Period.From.ToDateOnly(),
        invoice.Period.Until.ToDateOnly(),
        invoice.Currency,
        [.. invoice.Lines.Select(ToView)],
        [.. invoice.Taxes.Select(ToView)],
        invoice.Net.Minor,
        invoice.Tax.Minor,
        invoice.Total.Minor,
        Convert.ToHexStringLower(hash),
        invoice.LineTaxes is { } parts
            ? [.. parts.Select(part => new LineTaxView(part.Line, part.Tax, part.BaseMinor, part.AmountMinor))]
            : null,
        invoice.Notes,
        invoice.IsFinal,
        invoice.Corrects?.InvoiceId,
        invoice.Corrects?.Number);

    private static TaxLineView ToView(TaxLine tax) => new(
        tax.Code,
        tax.Text,
        tax.Percent,
        tax.Base.Minor,
        tax.Amount.Minor,
        tax.Jurisdiction,
        TaxReasonWords.Of(tax.Reason),
        tax.PerUnit,
        tax.Unit,
        tax.Evidence);

    /// <summary>A rated line, issued or not.</summary>
    public static InvoiceLineView ToView(this RatedLine line) => new(
        line.ContractId,
        line.Code,
        line.Text,
        line.Period.From.ToDateOnly(),
        line.Period.Until.ToDateOnly(),
        line.Quantity,
        line.Unit,
        line.UnitPrice,
        line.ExactAmount,
        line.Amount.Minor,
        line.Tier,
        line.TimeOfUse,
        line.TariffVersion,
        line.TaxCategory,
        line.Source.Kind,
        line.Source.Reference,
        line.Source.Imports,
        line.Source.EstimatedShare,
        line.Source.PeriodShare,
        line.Gross?.Minor);
}
