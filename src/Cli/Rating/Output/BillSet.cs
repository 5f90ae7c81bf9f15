using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Tax;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Output;

/// <summary>All bills as they are printed.</summary>
internal sealed record BillSet(string Currency, ImmutableArray<Bill> Bills, string Total)
{
    /// <summary>The bills in one currency.</summary>
    public static BillSet Of(RatedUsage rated) => new(
        rated.Currency.Code,
        [.. rated.Bills.Select(bill => BillOf(bill, rated.ShowsTaxes))],
        Print(Money.Sum(rated.Currency, rated.Bills.Select(static bill => bill.Total))));

    private static Bill BillOf(PeriodBill bill, bool showsTaxes) => new(
        LocalDatePattern.Iso.Format(bill.Days.From),
        LocalDatePattern.Iso.Format(bill.Days.Until),
        [.. bill.Lines.Select(LineOf)],
        Print(bill.Subtotal),
        Print(bill.Tax),
        Print(bill.Total))
    {
        Taxes = showsTaxes ? [.. bill.Taxes.Select(TaxOf)] : null,
        Notes = bill.Taxed.Notes.IsEmpty ? null : bill.Taxed.Notes,
    };

    private static BillTax TaxOf(TaxLine tax) => new(
        tax.Jurisdiction,
        tax.Code,
        tax.Text,
        TaxReasonWords.Of(tax.Reason) ?? "standard",
        ExactNumber.Print(tax.Percent),
        tax.PerUnit is { } amount ? ExactNumber.Print(amount) : null,
        Print(tax.Base),
        Print(tax.Amount),
        tax.Evidence);

    private static BillLine LineOf(RatedLine line) => new(
        line.Code,
        line.Text,
        ExactNumber.Print(line.Quantity),
        line.Unit,
        ExactNumber.Print(line.UnitPrice),
        Print(line.Amount),
        ExactNumber.Print(line.ExactAmount),
        line.Tier,
        line.TimeOfUse,
        line.TariffVersion)
    {
        Gross = line.Gross is { } gross ? Print(gross) : null,
    };

    private static string Print(Money money) => money.ToDecimal().ToString(
        "F" + money.Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
