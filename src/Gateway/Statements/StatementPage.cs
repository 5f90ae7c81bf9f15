using System.Text;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces.Ledger;
using static BillingActors.Gateway.Invoices.PrintedPage;

namespace BillingActors.Gateway.Statements;

/// <summary>
/// Writes statements as one page that loads nothing. Nothing on it depends on when it is printed: the same version of
/// the same account gives the same bytes.
/// </summary>
internal static class StatementPage
{
    /// <summary>Open items.</summary>
    public static string Write(OpenItemStatementView statement, InvoiceParties parties)
    {
        var page = Begin("Statement of open items");
        var head = new StatementHead(
            statement.EntityId, statement.AccountId, statement.CustomerId, PrintedAmount.Day(statement.AsOf));
        head.AddTo(page, parties);
        Add(page, $"""
            <main><table>
            <caption>Open at the end of {PrintedAmount.Day(statement.AsOf)}, in {statement.Currency}</caption>
            <thead><tr><th scope="col">Document</th><th scope="col">Kind</th><th scope="col">Issued</th>
            <th scope="col">Due</th><th scope="col" class="number">Original</th>
            <th scope="col" class="number">Applied</th><th scope="col" class="number">Open</th>
            <th scope="col" class="number">Disputed</th></tr></thead>
            <tbody>

            """);
        foreach (var item in statement.Items)
        {
            Add(page, $"""
                <tr><th scope="row">{(item.Number.Length > 0 ? item.Number : item.ItemId)}</th><td>{item.Kind}</td>
                <td>{PrintedAmount.Day(item.IssuedOn)}</td><td>{PrintedAmount.Day(item.DueOn)}</td>
                <td class="number">{PrintedAmount.Money(item.OriginalMinor, statement.Currency)}</td>
                <td class="number">{PrintedAmount.Money(item.AppliedMinor, statement.Currency)}</td>
                <td class="number">{PrintedAmount.Money(item.OpenMinor, statement.Currency)}</td>
                <td class="number">{PrintedAmount.Money(item.DisputedMinor, statement.Currency)}</td></tr>

                """);
        }
        page.Append("</tbody>\n</table>\n");
        AddAges(page, statement.Aged, (statement.Currency, statement.Basis));
        return End(page, statement.Version);
    }

    /// <summary>Balance carried forward.</summary>
    public static string Write(BalanceForwardView statement, InvoiceParties parties)
    {
        var page = Begin("Statement of account");
        var days = $"{PrintedAmount.Day(statement.From)} to {PrintedAmount.Day(statement.Through)}";
        new StatementHead(statement.EntityId, statement.AccountId, statement.CustomerId, days).AddTo(page, parties);
        Add(page, $"""
            <main><table>
            <caption>Movements in {statement.Currency}</caption>
            <thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Reference</th>
            <th scope="col" class="number">Amount</th><th scope="col" class="number">Balance</th></tr></thead>
            <tbody>
            <tr><th scope="row" colspan="4">Opening balance</th>
            <td class="number">{PrintedAmount.Money(statement.OpeningMinor, statement.Currency)}</td></tr>

            """);
        foreach (var moved in statement.Movements)
        {
            Add(page, $"""
                <tr><th scope="row">{PrintedAmount.Day(moved.On)}</th><td>{moved.What.Replace('-', ' ')}</td>
                <td>{moved.Reference}</td>
                <td class="number">{PrintedAmount.Money(moved.AmountMinor, statement.Currency)}</td>
                <td class="number">{PrintedAmount.Money(moved.BalanceMinor, statement.Currency)}</td></tr>

                """);
        }
        Add(page, $"""
            </tbody>
            <tfoot><tr><th scope="row" colspan="4">Closing balance</th>
            <td class="number">{PrintedAmount.Money(statement.ClosingMinor, statement.Currency)}</td></tr></tfoot>
            </table>

            """);
        AddAges(page, statement.Aged, (statement.Currency, statement.Basis));
        return End(page, statement.Version);
    }

    private static StringBuilder Begin(string title)
    {
        var page = new StringBuilder(8192);
        Add(page, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>

            """);
        page.Append("<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
        Add(page, $"<header><h1>{title}</h1></header>\n");
        return page;
    }

    private static void AddAges(StringBuilder page, AgedView aged, (string Currency, string Basis) by)
    {
        (string Name, long Minor)[] rows =
        [
            ("Not due", aged.NotDueMinor), ("1 to 30 days", aged.Days1To30Minor),
            ("31 to 60 days", aged.Days31To60Minor), ("61 to 90 days", aged.Days61To90Minor),
            ("91 to 120 days", aged.Days91To120Minor), ("Over 120 days", aged.Over120Minor),
            ("Credits", aged.CreditsMinor), ("Unapplied cash", -aged.UnappliedMinor),
        ];
        Add(page, $"""
            <table>
            <caption>By age from the {by.Basis.Replace('-', ' ')}, in {by.Currency}</caption>
            <thead><tr><th scope="col">Age</th><th scope="col" class="number">Amount</th></tr></thead>
            <tbody>

            """);
        foreach (var (name, minor) in rows)
        {
            Add(page, $"""
                <tr><th scope="row">{name}</th><td class="number">{PrintedAmount.Money(minor, by.Currency)}</td></tr>

                """);
        }
        Add(page, $"""
            </tbody>
            <tfoot><tr><th scope="row">Balance</th>
            <td class="number">{PrintedAmount.Money(aged.BalanceMinor, by.Currency)}</td></tr></tfoot>
            </table></main>

            """);
    }

    private static string End(StringBuilder page, long version)
    {
        Add(page, $"""
            <footer><p>Account version {version}</p></footer>
            </body>
            </html>

            """);
        return page.ToString();
    }
}
