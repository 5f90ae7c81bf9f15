using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>A document against the event that issued it, its own lines, and the columns beside it.</summary>
internal static class DocumentComparison
{
    public static void Check(
        LoadedAccount account, DocumentFacts issued, DocumentRow row, Findings findings)
    {
        findings.Count(Rule.Documents);
        var invoice = AccountEventJson.ReadInvoice(row.Body);
        if (Fault(account, issued, invoice) is { } fault)
            findings.Add(Rule.Documents, account.Key, $"event {account.Version}: {fault}");
        var columns = ColumnsOf(invoice);
        if (columns != row.Columns)
        {
            findings.Add(
                Rule.Documents, account.Key, $"event {account.Version}: {Difference.Of(row.Columns, columns)}");
        }
    }

    /// <summary>Documents that no event issued.</summary>
    public static void CheckOrphans(AccountBooks books, AccountFolding fold, Findings findings)
    {
        foreach (var version in books.Documents.Keys.Where(version => !fold.Issued.Contains(version)))
            findings.Add(Rule.Documents, books.Key, $"no event issued the document of version {version}");
    }

    private static string? Fault(LoadedAccount account, DocumentFacts issued, Invoice invoice)
    {
        if (DocumentFacts.Of(invoice) != issued)
            return $"the document and the event of invoice {issued.Id} differ";
        var state = account.State;
        if (invoice.EntityId != state.EntityId || invoice.AccountId != AccountKey.IdOf(account.Key)
            || invoice.CustomerId != state.CustomerId || invoice.Currency != state.Currency.Code)
            return $"invoice {invoice.InvoiceId} is not this account's";
        var (net, tax) = (invoice.Lines.Sum(line => line.Amount.Minor), invoice.Taxes.Sum(line => line.Amount.Minor));
        if (invoice.LineTaxes is { } parts && parts.Sum(part => part.AmountMinor) != tax)
            return $"the taxes of the lines of invoice {invoice.InvoiceId} are not its taxes {tax}";
        return net == invoice.Net.Minor && tax == invoice.Tax.Minor && invoice.Total.Minor == net + tax
            ? null
            : $"lines {net} and taxes {tax} are not net {invoice.Net}, tax {invoice.Tax} and total {invoice.Total}";
    }

    private static DocumentColumns ColumnsOf(Invoice invoice) => new(
        invoice.EntityId,
        invoice.Series,
        invoice.InvoiceId,
        invoice.RunId,
        IsoDay.Format(invoice.IssuedOn),
        IsoDay.Format(invoice.DueOn),
        IsoDay.Format(invoice.Period.From),
        IsoDay.Format(invoice.Period.Until),
        invoice.Currency,
        invoice.Net.Minor,
        invoice.Tax.Minor,
        invoice.Total.Minor,
        invoice.Corrects?.InvoiceId);
}
