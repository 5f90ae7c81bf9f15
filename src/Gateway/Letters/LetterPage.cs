using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces.Collections;

namespace BillingActors.Gateway.Letters;

/// <summary>
/// Writes a letter about what is overdue as one page that loads nothing: every text is encoded, the style is pinned by
/// its hash, and the same letter gives the same bytes.
/// </summary>
internal static class LetterPage
{
    private const string Style = """
        :root{color:#1a1a1a;font:14px/1.45 system-ui,sans-serif}
        body{max-width:50rem;margin:2rem auto;padding:0 1rem}
        header{display:flex;justify-content:space-between;gap:2rem;flex-wrap:wrap}
        h1{font-size:1.5rem;margin:0 0 .5rem}
        address{font-style:normal;white-space:pre-line}
        table{width:100%;border-collapse:collapse;margin:1.5rem 0}
        caption{text-align:left;font-weight:600;padding-bottom:.4rem}
        th,td{padding:.35rem .5rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        tfoot th,tfoot td{border-bottom:0;font-weight:600}
        footer{color:#555;font-size:.8em}
        @media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
        """;

    /// <summary>What the page may load: its own style and nothing else.</summary>
    public static string ContentPolicy { get; } =
        "default-src 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))
        + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>The whole page.</summary>
    public static string Write(LetterView letter, InvoiceParties parties)
    {
        var (page, title) = (new StringBuilder(4096), TitleOf(letter.Letter));
        Add(page, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} {letter.LetterId}</title>

            """);
        page.Append("<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
        AddHead(page, letter, parties, title);
        AddItems(page, letter);
        Add(page, $"""
            <p>Please pay {PrintedAmount.Money(letter.TotalMinor, letter.Currency)} {letter.Currency}
            until {PrintedAmount.Day(letter.PayUntil)}. What is in dispute is not asked for.</p>
            <footer><p>{letter.LetterId} of account {letter.AccountId}, level {letter.Level},
            policy {letter.PolicyId}</p></footer>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private static void AddHead(StringBuilder page, LetterView letter, InvoiceParties parties, string title)
    {
        var (issuer, customer) = (parties.Issuer, parties.Customer);
        var post = customer?.Contacts.FirstOrDefault(contact => contact.Kind == "post")?.Value;
        Add(page, $"""
            <header>
            <div><h1>{title}</h1>
            <address>{issuer?.Name ?? letter.EntityId}
            {issuer?.Address}</address></div>
            <div><address>{customer?.Name ?? letter.CustomerId}
            {post}</address>
            <p>{PrintedAmount.Day(letter.On)}</p></div>
            </header>

            """);
    }

    private static void AddItems(StringBuilder page, LetterView letter)
    {
        Add(page, $"""
            <table>
            <caption>Overdue in {letter.Currency}</caption>
            <thead><tr><th scope="col">Document</th><th scope="col">Issued on</th><th scope="col">Due on</th>
            <th scope="col" class="number">Open</th><th scope="col" class="number">In dispute</th>
            <th scope="col" class="number">To pay</th></tr></thead>
            <tbody>

            """);
        foreach (var item in letter.Items)
        {
            Add(page, $"""
                <tr><th scope="row">{(item.Number.Length > 0 ? item.Number : item.ItemId)}</th>
                <td>{PrintedAmount.Day(item.IssuedOn)}</td><td>{PrintedAmount.Day(item.DueOn)}</td>
                <td class="number">{PrintedAmount.Money(item.OpenMinor, letter.Currency)}</td>
                <td class="number">{PrintedAmount.Money(item.HeldMinor, letter.Currency)}</td>
                <td class="number">{PrintedAmount.Money(item.OpenMinor - item.HeldMinor, letter.Currency)}</td></tr>

                """);
        }
        Add(page, $"""
            </tbody>
            <tfoot><tr><th scope="row" colspan="5">Credit</th>
            <td class="number">{PrintedAmount.Money(-letter.CreditMinor, letter.Currency)}</td></tr>
            <tr><th scope="row" colspan="5">Fee of this letter</th>
            <td class="number">{PrintedAmount.Money(letter.FeeMinor, letter.Currency)}</td></tr>
            <tr><th scope="row" colspan="5">Total to pay</th>
            <td class="number">{PrintedAmount.Money(letter.TotalMinor, letter.Currency)}</td></tr></tfoot>
            </table>

            """);
    }

    private static string TitleOf(string letter) => letter switch
    {
        "reminder" => "Reminder",
        "warning" => "Second reminder",
        "final-notice" => "Final notice",
        _ => letter,
    };

    /// <summary>Adds markup of our own with every value in it encoded.</summary>
    private static void Add(StringBuilder page, FormattableString markup)
    {
        var encoded = markup.GetArguments()
            .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Select(object (text) => HtmlEncoder.Default.Encode(text))
            .ToArray();
        page.AppendFormat(CultureInfo.InvariantCulture, markup.Format, encoded);
    }
}
