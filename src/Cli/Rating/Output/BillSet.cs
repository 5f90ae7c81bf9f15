using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Offline;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Output;

/// <summary>All bills as they are printed.</summary>
internal sealed record BillSet(string Currency, ImmutableArray<Bill> Bills, string Total)
{
    /// <summary>The bills in one currency.</summary>
    public static BillSet Of(ImmutableArray<PeriodBill> bills, Currency currency) => new(
        currency.Code,
        [.. bills.Select(BillOf)],
        Print(Money.Sum(currency, bills.Select(static bill => bill.Total))));

    private static Bill BillOf(PeriodBill bill) => new(
        LocalDatePattern.Iso.Format(bill.Days.From),
        LocalDatePattern.Iso.Format(bill.Days.Until),
        [.. bill.Rating.Lines.Select(LineOf)],
        Print(bill.Subtotal),
        Print(bill.Tax),
        Print(bill.Total));

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
        line.TariffVersion);

    private static string Print(Money money) => money.ToDecimal().ToString(
        "F" + money.Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
