using System.Text;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Invoices;

/// <summary>
/// Writes an invoice or credit memo as one page that loads nothing: every text is encoded, the style is pinned by its
/// hash.
/// </summary>
internal static class InvoicePage
{
    /// <summary>The whole page.</summary>
    public static string Write(InvoiceView invoice, InvoiceParties parties)
    {
        var page = new StringBuilder(8192);
        PrintedPage.Add(page, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Kind(invoice)} {invoice.Number}</title>

            """);
        page.Append("<style>").Append(PrintedPage.Style).Append("</style>\n</head>\n<body>\n");
        AddHead(page, invoice, parties);
        page.Append("<main>\n");
        AddLines(page, invoice);
        AddTaxes(page, invoice);
        if (invoice.CorrectsNumber is { } corrected)
            PrintedPage.Add(page, $"<p>This credit memo corrects invoice {corrected}.</p>\n");
        foreach (var note in invoice.Notes ?? [])
            PrintedPage.Add(page, $"<p>{note}</p>\n");
        page.Append("</main>\n");
        PrintedPage.Add(page, $"""
            <footer><p>Document {invoice.InvoiceId}, SHA-256 {invoice.DocumentHash}</p></footer>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private static void AddHead(StringBuilder page, InvoiceView invoice, InvoiceParties parties)
    {
        var (issuer, customer) = (parties.Issuer, parties.Customer);
        var post = customer?.Contacts.FirstOrDefault(contact => contact.Kind == "post")?.Value;
        PrintedPage.Add(page, $"""
            <header>
            <div><h1>{Kind(invoice)} {invoice.Number}</h1>
            <address>{issuer?.Name ?? invoice.EntityId}
            {issuer?.Address}
            {issuer?.TaxRegistration}</address></div>
            <div><address>{customer?.Name ?? invoice.CustomerId}
            {post}
            {parties.VatNumber}</address>
            <dl><dt>Account</dt><dd>{invoice.AccountId}</dd>
            <dt>Customer</dt><dd>{invoice.CustomerId}</dd>
            <dt>Issued on</dt><dd>{PrintedAmount.Day(invoice.IssuedOn)}</dd>
            <dt>Due on</dt><dd>{PrintedAmount.Day(invoice.DueOn)}</dd>
            <dt>Period</dt><dd>{Period(invoice.From, invoice.Until)}</dd></dl></div>
            </header>

            """);
    }

    /// <summary>What kind of document it is.</summary>
    public static string Kind(InvoiceView invoice) => invoice switch
    {
        { CorrectsId: not null } => "Credit memo",
        { IsFinal: true } => "Final invoice",
        _ => "Invoice",
    };

    private static void AddLines(StringBuilder page, InvoiceView invoice)
    {
        PrintedPage.Add(page, $"""
            <table>
            <caption>Charges in {invoice.Currency}</caption>
            <thead><tr><th scope="col">What</th><th scope="col">Period</th><th scope="col" class="number">Quantity</th>
            <th scope="col">Unit</th><th scope="col" class="number">Unit price</th>
            <th scope="col" class="number">Amount</th></tr></thead>
            <tbody>

            """);
        foreach (var line in invoice.Lines)
        {
            PrintedPage.Add(page, $"""
                <tr><th scope="row">{line.Text} {line.Tier} {line.TimeOfUse}
                <span class="source">{line.TariffVersion} · {line.SourceKind} {line.SourceReference}
                · {line.Imports} {Estimated(line)} · exactly {PrintedAmount.Exact(line.ExactAmount)}</span></th>
                <td>{Period(line.From, line.Until)}</td><td class="number">{PrintedAmount.Exact(line.Quantity)}</td>
                <td>{line.Unit}</td><td class="number">{PrintedAmount.Exact(line.UnitPrice)}</td>
                <td class="number">{PrintedAmount.Money(line.AmountMinor, invoice.Currency)}</td></tr>

                """);
        }
        PrintedPage.Add(page, $"""
            </tbody>
            <tfoot><tr><th scope="row" colspan="5">Net</th>
            <td class="number">{PrintedAmount.Money(invoice.NetMinor, invoice.Currency)}</td></tr></tfoot>
            </table>

            """);
    }

    private static void AddTaxes(StringBuilder page, InvoiceView invoice)
    {
        PrintedPage.Add(page, $"""
            <table>
            <caption>Taxes and total in {invoice.Currency}</caption>
            <thead><tr><th scope="col">Tax</th><th scope="col" class="number">Percent</th>
            <th scope="col" class="number">On</th><th scope="col" class="number">Amount</th></tr></thead>
            <tbody>

            """);
        foreach (var tax in invoice.Taxes)
        {
            PrintedPage.Add(page, $"""
                <tr><th scope="row">{tax.Text} ({NameOf(tax)})</th>
                <td class="number">{RateOf(tax)}</td>
                <td class="number">{PrintedAmount.Money(tax.BaseMinor, invoice.Currency)}</td>
                <td class="number">{PrintedAmount.Money(tax.AmountMinor, invoice.Currency)}</td></tr>

                """);
        }
        PrintedPage.Add(page, $"""
            </tbody>
            <tfoot><tr><th scope="row" colspan="3">Tax</th>
            <td class="number">{PrintedAmount.Money(invoice.TaxMinor, invoice.Currency)}</td></tr>
            <tr><th scope="row" colspan="3">{(invoice.CorrectsId is null ? "Total to pay" : "Total credited")}</th>
            <td class="number">{PrintedAmount.Money(invoice.TotalMinor, invoice.Currency)}</td></tr></tfoot>
            </table>

            """);
    }

    private static string Estimated(InvoiceLineView line) =>
        line.EstimatedShare == 0m ? "" : $"· {PrintedAmount.Exact(line.EstimatedShare * 100m)} % estimated";

    private static string NameOf(TaxLineView tax) =>
        string.Join(", ", new[] { tax.Jurisdiction, tax.Code, tax.Reason }.OfType<string>());

    private static string RateOf(TaxLineView tax) => tax.PerUnit is { } amount
        ? $"{PrintedAmount.Exact(amount)} per {tax.Unit}"
        : PrintedAmount.Exact(tax.Percent);

    /// <summary>The last day is printed inclusive: people read "until" that way.</summary>
    public static string Period(DateOnly from, DateOnly until) =>
        until <= from.AddDays(1)
            ? PrintedAmount.Day(from)
            : $"{PrintedAmount.Day(from)} to {PrintedAmount.Day(until.AddDays(-1))}";
}
