using System.Globalization;
using BillingActors.Console.Tests.World;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Storage.Reports;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>The ageing: every cell is the sum of the accounts behind it, and all of it is what the books say.</summary>
public sealed class AgeingTests(ConsoleWorld world)
{
    private const int AttemptMax = 10;
    private const string Cells = "/console/ageing/accounts?";

    [Theory]
    [InlineData("")]
    [InlineData("?by=entity&basis=document-date")]
    [InlineData("?by=segment&on=2025-06-01")]
    [InlineData("?days=5,10,20,45")]
    [InlineData("?by=entity&on=2025-05-20&days=7,40,41,60&basis=document-date")]
    [InlineData("?on=2025-03-15")]
    [InlineData("?on=2025-02-20&basis=document-date")]
    public async Task The_accounts_behind_a_cell_sum_to_it(string query)
    {
        await using var window = await Window.As(world, "Supervisor", "/console/ageing" + query);
        var hrefs = await window.Page.Locator($".heat a[href^='{Cells}']").EvaluateAllAsync<string[]>(
            "all => all.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(hrefs);
        for (var attempt = 1; ; attempt++)
        {
            // Others work in the same market: a cell is compared when it did not move while it was looked at.
            await window.Page.ReloadAsync();
            var before = await Sums(window);
            var behind = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var href in before.Keys)
                behind[href] = await Behind(window, href);
            await window.Page.ReloadAsync();
            if (attempt < AttemptMax && !InOrder(before).SequenceEqual(InOrder(await Sums(window))))
                continue;
            Assert.Equal(InOrder(before), InOrder(behind));
            break;
        }
    }

    [Theory]
    [InlineData("2025-04-01")]
    [InlineData("2025-03-15")]
    public async Task It_says_what_the_books_say_and_a_cell_leads_to_its_accounts(string day)
    {
        await using var window = await Window.As(world, "Supervisor", "/console/ageing?by=entity&on=" + day);
        for (var attempt = 1; ; attempt++)
        {
            await window.Page.ReloadAsync();
            var total = decimal.Parse(
                (await window.Page.Locator(".heat .is-sum data").Nth(8).GetAttributeAsync("value"))!,
                CultureInfo.InvariantCulture);
            var books = Assert.Single((await world.Market.Ageing(day, TestContext.Current.CancellationToken)).Totals);
            if (total != books.Aged.BalanceMinor && attempt < AttemptMax)
                continue;
            Assert.Equal(books.Aged.BalanceMinor, total);
            break;
        }
        await window.IsAccessible("ageing to " + day);
        await window.Page.Locator($".heat a[href*='bucket=Days']").First.ClickAsync();
        await window.Page.Locator(".list tbody a").First.WaitForAsync();
        await window.IsAccessible("accounts of a cell to " + day);
        await window.Picture("ageing-accounts-light");
    }

    [Fact]
    public async Task Ages_are_chosen_and_what_makes_no_sense_is_the_usual()
    {
        await using var window = await Window.As(world, "Supervisor", "/console/ageing");
        var page = window.Page;
        var (usual, total) = (await Ages(page), await Total(page));
        Assert.Equal("Not due|1–30 days|31–60 days|61–90 days|91–120 days|Over 120 days", string.Join('|', usual));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Days" }).FillAsync("10, 20, 21, 60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.Locator("th", new() { HasText = "21 days" }).WaitForAsync();
        Assert.Equal(
            "Not due|1–10 days|11–20 days|21 days|22–60 days|Over 60 days", string.Join('|', await Ages(page)));
        // Others pay meanwhile: the usual ages have the same sum at one moment.
        for (var attempt = 1; attempt < AttemptMax && total != await Total(page); attempt++)
        {
            await page.GoTo("/console/ageing");
            total = await Total(page);
            await page.GoTo("/console/ageing?days=10,20,21,60");
        }
        Assert.Equal(total, await Total(page));
        await window.IsAccessible("ageing by other days");
        foreach (var wrong in (string[])["30,20,10,5", "0,1,2,3", "1,2,3", "a,b,c,d", "1,2,3,99999"])
        {
            await page.GoTo("/console/ageing?days=" + wrong);
            Assert.Equal(usual, await Ages(page));
        }
    }

    [Theory]
    [InlineData(AgeingBucket.NotDue, 100, 100, 0)]
    [InlineData(AgeingBucket.Credits, -5, 100, 0)]
    [InlineData(AgeingBucket.Days1To30, 0, 100, 0)]
    [InlineData(AgeingBucket.Days1To30, 1, 100, 1)]
    [InlineData(AgeingBucket.Days1To30, 20, 100, 1)]
    [InlineData(AgeingBucket.Days1To30, 21, 100, 2)]
    [InlineData(AgeingBucket.Over120, 100, 100, 5)]
    public void The_most_overdue_money_is_tinted_most(AgeingBucket bucket, long minor, long largest, int heat) =>
        Assert.Equal(heat, AgeingRow.HeatOf(bucket, minor, largest));

    private static async Task<string[]> Ages(IPage page) =>
        [.. (await page.Locator(".heat thead th").AllInnerTextsAsync()).Skip(1).Take(6)];

    private static Task<string?> Total(IPage page) =>
        page.Locator(".heat .is-sum data").Nth(8).GetAttributeAsync("value");

    private static async Task<Dictionary<string, decimal>> Sums(Window window)
    {
        var cells = await window.Page.Locator($".heat a[href^='{Cells}']").EvaluateAllAsync<string[][]>(
            "all => all.map(a => [a.getAttribute('href'), a.querySelector('data').value])");
        return cells.ToDictionary(
            cell => cell[0], cell => decimal.Parse(cell[1], CultureInfo.InvariantCulture) / 100,
            StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, decimal>> InOrder(Dictionary<string, decimal> sums) =>
        sums.OrderBy(sum => sum.Key, StringComparer.Ordinal);

    private static async Task<decimal> Behind(Window window, string href)
    {
        var lines = await window.Lines(href.Replace(
            Cells, "/console/export/ageing-accounts.csv?", StringComparison.Ordinal));
        Assert.EndsWith(",open", lines[0], StringComparison.Ordinal);
        return lines.Skip(1).Sum(line => decimal.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture));
    }
}
