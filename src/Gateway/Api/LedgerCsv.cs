using System.Globalization;
using System.Text;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Gateway.Api;

/// <summary>Reports of the ledger as CSV: a header, then a line per row, amounts with a point.</summary>
internal static class LedgerCsv
{
    public static string Of(TrialBalanceView view)
    {
        var csv = new StringBuilder("number,name,type,role,currency,opening,debit,credit,closing\n");
        foreach (var row in view.Rows)
        {
            csv.Append(CultureInfo.InvariantCulture,
                $"{CsvText.Of(row.Number)},{CsvText.Of(row.Name)},{row.Type},{row.LedgerAccount},{row.Currency},");
            Amounts(csv, row.Currency, row.OpeningMinor, row.DebitMinor, row.CreditMinor, row.ClosingMinor);
        }
        return csv.ToString();
    }

    public static string Of(AgeingReport report)
    {
        var csv = new StringBuilder("account,customer,currency,not due,1-30,31-60,61-90,91-120,over 120,credits,")
            .Append("unapplied,balance,as of,basis\n");
        var (asOf, basis) = (PrintedAmount.Day(report.Summary.AsOf), report.Summary.Basis);
        foreach (var row in report.Accounts)
        {
            var aged = row.Aged;
            csv.Append(CultureInfo.InvariantCulture,
                $"{CsvText.Of(row.AccountId)},{CsvText.Of(row.CustomerId)},{row.Currency},");
            Amounts(csv, row.Currency,
                aged.NotDueMinor, aged.Days1To30Minor, aged.Days31To60Minor, aged.Days61To90Minor,
                aged.Days91To120Minor, aged.Over120Minor, aged.CreditsMinor, aged.UnappliedMinor, aged.BalanceMinor);
            csv.Length--;
            csv.Append(CultureInfo.InvariantCulture, $",{asOf},{basis}\n");
        }
        return csv.ToString();
    }

    private static void Amounts(StringBuilder csv, string currency, params ReadOnlySpan<long> minors)
    {
        for (var i = 0; i < minors.Length; i++)
            csv.Append(PrintedAmount.Bare(minors[i], currency)).Append(i == minors.Length - 1 ? '\n' : ',');
    }
}
