using System.Diagnostics;
using System.Text;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// A statement with a payment of every customer, from the choice of the file until all is posted. Times are told, not
/// asserted: they say something about the machine. BILLING_REMITTANCE=10000 makes it that many.
/// </summary>
public sealed class RemittanceSizeTests(ConsoleWorld world, PaidMarket market) : IClassFixture<PaidMarket>
{
    // Of so many payments one names the account alone and one names nothing; all others name the bill.
    private const int Every = 20;

    [Fact]
    public async Task A_statement_of_everybody_is_matched_and_posted()
    {
        var (named, nobody) = ((PaidMarket.Count + Every - 1) / Every, (PaidMarket.Count + Every - 2) / Every);
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import", market.Address);
        var page = window.Page;
        var file = new FilePayload
        {
            Name = "statement.xml",
            MimeType = "application/xml",
            Buffer = Encoding.UTF8.GetBytes(Statement()),
        };
        Tell("billed", Stopwatch.StartNew());
        var watch = Stopwatch.StartNew();
        await page.Locator("#file:not(:disabled)").SetInputFilesAsync(file);
        await page.Locator("#payments").WaitForAsync(new() { Timeout = 600_000 });
        Tell("read and matched", watch);
        string Grouped(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Grouped(PaidMarket.Count), await page.Locator("#payments").InnerTextAsync());
        Assert.Equal(Grouped(PaidMarket.Count - named - nobody), await page.Locator("#likely").InnerTextAsync());
        Assert.Equal(Grouped(named + nobody), await page.Locator("#without").InnerTextAsync());

        watch.Restart();
        await page.Locator("#threshold").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept all from 30" }).ClickAsync();
        await page.Locator($"#without:text-is('{Grouped(nobody)}')").WaitForAsync();
        Tell("all from a score on accepted", watch);
        watch.Restart();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Post {Grouped(PaidMarket.Count)}" }).ClickAsync();
        await page.GetByText($"Posted: {Grouped(PaidMarket.Count)} payments.")
            .WaitForAsync(new() { Timeout = 600_000 });
        Tell("posted", watch);
    }

    private string Statement()
    {
        var text = new StringBuilder(
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>");
        foreach (var (index, (accountId, item)) in market.Owed.Index())
        {
            var (minor, told) = (index % Every) switch
            {
                0 => (1_000_000 + index, "for " + accountId),
                1 => (2_000_000 + index, "thank you"),
                _ => (item.OpenMinor, "invoice " + item.Number),
            };
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"<Ntry><Amt Ccy='AUD'>{minor / 100m:0.00}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>")
                .Append("<ValDt><Dt>2025-02-10</Dt></ValDt><NtryDtls><TxDtls><RmtInf><Ustrd>").Append(told)
                .Append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>");
        }
        return text.Append("</Stmt></BkToCstmrStmt></Document>").ToString();
    }

    private static void Tell(string what, Stopwatch watch) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"{PaidMarket.Count} payments: {what} in {watch.ElapsedMilliseconds} ms; "
        + $"{Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s of processor since the start");
}
