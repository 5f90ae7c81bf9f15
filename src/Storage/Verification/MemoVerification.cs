using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>Credit memos of an account against the invoices they correct.</summary>
internal static class MemoVerification
{
    public static void Check(AccountBooks books, Account state, Findings findings)
    {
        findings.Count(Rule.CreditMemos, state.CreditMemos.Length);
        if (state.CreditMemos.IsEmpty)
            return;
        var invoices = books.Documents.Values
            .Select(row => AccountEventJson.ReadInvoice(row.Body))
            .Where(document => !document.IsCreditMemo)
            .ToDictionary(document => document.InvoiceId, StringComparer.Ordinal);
        foreach (var memos in state.CreditMemos.GroupBy(memo => memo.InvoiceId, StringComparer.Ordinal))
        {
            if (!invoices.TryGetValue(memos.Key, out var invoice))
                Broken(memos.Key, "is credited and was never issued");
            else if (Excess(invoice, [.. memos]) is { } excess)
                Broken(memos.Key, excess);
        }

        void Broken(string invoiceId, string detail) =>
            findings.Add(Rule.CreditMemos, books.Key, $"invoice {invoiceId} {detail}");
    }

    private static string? Excess(Invoice invoice, List<CreditMemo> memos)
    {
        foreach (var line in memos.SelectMany(memo => memo.Lines).GroupBy(line => line.Line))
        {
            if (line.Key >= invoice.Lines.Length)
                return $"has no line {line.Key + 1}";
            var (credited, amount) = (line.Sum(part => part.NetMinor), invoice.Lines[line.Key].Amount.Minor);
            if (Math.Abs(credited) > Math.Abs(amount) || credited * Math.Sign(amount) < 0)
                return $"bears {amount} on line {line.Key + 1}, and {credited} is credited";
        }
        var total = memos.Sum(memo => memo.Lines.Sum(line => line.NetMinor)
            + memo.LineTaxes.Sum(part => part.AmountMinor));
        var isCancelled = memos.Any(memo => memo.IsCancellation);
        return (isCancelled ? total == invoice.Total.Minor : total <= invoice.Total.Minor)
            ? null
            : $"came to {invoice.Total.Minor}, and {total} is credited";
    }
}
