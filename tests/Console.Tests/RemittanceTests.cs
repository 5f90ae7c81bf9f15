using System.Text;
using BillingActors.Console.Tests.World;
using BillingActors.Grains.Interfaces.Cash;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Statements of a bank are told by what they hold, matched with a score, and posted once.</summary>
public sealed class RemittanceTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_camt_statement_is_matched_by_score_and_the_rest_is_unidentified()
    {
        var item = await world.Market.OpenItem(21, Cancellation);
        var unclear = world.Market.Of(20).AccountId;
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import");
        var page = window.Page;
        await Choose(page, "statement.xml", Camt(
            Entry("CRDT", item.OpenMinor, "RF " + item.Number), Entry("CRDT", 1_234, unclear),
            Entry("CRDT", 4711, "thank you"), Entry("DBIT", 100, "a fee")));
        await page.Locator("#payments", new() { HasText = "3" }).WaitForAsync();
        Assert.Equal("0", await page.Locator("#certain").InnerTextAsync());
        Assert.Contains("1 debit", await page.Locator("#left-out").InnerTextAsync(), StringComparison.Ordinal);
        var likely = await page.Locator("#matches-likely tbody tr").First.InnerTextAsync();
        Assert.Contains("100", likely, StringComparison.Ordinal);
        Assert.Contains("number-and-amount", likely, StringComparison.Ordinal);
        var without = page.Locator("#without");
        Assert.Equal("2", await without.InnerTextAsync());

        await page.Locator("#threshold").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept all from 30" }).ClickAsync();
        await page.Locator("#without", new() { HasText = "1" }).WaitForAsync();
        await page.Locator("#threshold").FillAsync("101");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept all from 101" }).ClickAsync();
        await page.Locator("#without", new() { HasText = "3" }).WaitForAsync();
        await page.Locator("#threshold").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept all from 30" }).ClickAsync();
        await page.Locator("#without", new() { HasText = "1" }).WaitForAsync();
        await window.IsAccessible("a statement that was matched");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post 3 payments" }).ClickAsync();
        await page.GetByText("Posted: 3 payments.").WaitForAsync();
        await Booked(21, item.OpenMinor);
        await Booked(20, 1_234);
    }

    [Fact]
    public async Task A_bai_statement_is_read_and_one_that_does_not_tie_says_line_field_and_rule()
    {
        var item = await world.Market.OpenItem(8, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import");
        var page = window.Page;
        await Choose(page, "statement.txt", Bai(item.OpenMinor, item.OpenMinor + 1, item.Number));
        var told = await page.Locator(".notice.is-bad li").First.InnerTextAsync();
        Assert.Equal($"Line 5, 49: says {item.OpenMinor + 1}, and {item.OpenMinor} were found (total-mismatch)", told);

        await Choose(page, "statement.txt", Bai(item.OpenMinor, item.OpenMinor, item.Number));
        await page.Locator("#likely", new() { HasText = "1" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Post 1 payment" }).ClickAsync();
        await page.GetByText("Posted: 1 payment.").WaitForAsync();
        Assert.Equal("ach", (await Booked(8, item.OpenMinor)).Method);
    }

    [Fact]
    public async Task A_file_that_is_no_file_of_payments_says_so()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import");
        await Choose(window.Page, "letter.txt", "Dear customer");
        await window.Page.GetByText("none of payments-csv").WaitForAsync();
    }

    /// <summary>
    /// The receipt of that amount; a batch is worked off right after it was accepted. Others may pay the account, too.
    /// </summary>
    private async Task<ReceiptView> Booked(int index, long minor)
    {
        while (true)
        {
            var found = (await world.Market.Cash(index, Cancellation)).Receipts
                .Where(one => one.AmountMinor == minor).ToList();
            if (found.Count > 0)
                return Assert.Single(found);
        }
    }

    private static string Entry(string side, long minor, string text) =>
        FormattableString.Invariant($"<Ntry><Amt Ccy='AUD'>{minor / 100m:0.00}</Amt><CdtDbtInd>{side}</CdtDbtInd>")
        + "<Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2025-03-31</Dt></ValDt><NtryDtls><TxDtls><RmtInf>"
        + $"<Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";

    private static string Camt(params string[] entries) =>
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
        + string.Concat(entries) + "</Stmt></BkToCstmrStmt></Document>";

    private static string Bai(long minor, long total, string text) => FormattableString.Invariant(
        $"""
        01,BANK,US,250401,0600,{total},,,2/
        02,US,BANK,1,250331,,AUD,/
        03,123,AUD,,,,/
        16,142,{minor},,,,{text}/
        49,{total},3/
        98,{total},1,5/
        99,{total},1,7/
        """);

    private static Task Choose(IPage page, string name, string text) =>
        page.Locator("#file:not(:disabled)").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = Encoding.UTF8.GetBytes(text),
        });
}
