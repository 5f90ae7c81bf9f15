using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>The search by what people name on the phone: an amount, a payment; and what was opened last.</summary>
public sealed class SearchTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_amount_finds_the_bill_and_a_payment_the_ledger_it_is_in()
    {
        var item = await world.Market.OpenItem(9, Cancellation);
        var receipt = await world.Market.Overpay(28, 777, "thanks", Cancellation);
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await Ask(page, Text(item.OpenMinor));
        var found = page.Locator("#palette-list [role=option]", new() { HasText = "an amount that is open" });
        await found.First.WaitForAsync();
        Assert.Contains(
            "/console/invoices/" + item.Id,
            await found.EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"));
        await page.Locator("#palette-amount", new() { HasText = "at most 500 of each" }).WaitForAsync();
        await window.IsAccessible("the palette with an amount");

        await page.Locator("#palette-text").FillAsync(receipt);
        await page.Locator("#palette-list [role=option]", new() { HasText = "found by payment" }).WaitForAsync();
        Assert.Equal(0, await page.Locator("#palette-amount").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt($"**/{world.Market.Of(28).AccountId}/ledger");

        await page.GoTo("/console/search?q=" + Text(item.OpenMinor));
        await page.GetByText("an amount that is open").First.WaitForAsync();
        await page.Locator("#amount-limit").WaitForAsync();
        await window.IsAccessible("search by amount");
        await page.GoTo("/console/search?q=thanks");
        Assert.Equal(0, await page.Locator("#amount-limit").CountAsync());
    }

    [Fact]
    public async Task What_was_opened_last_comes_first_for_the_one_who_opened_it()
    {
        var (first, second) = (world.Market.Of(0), world.Market.Of(1));
        var invoice = await world.Market.LastInvoice(second, Cancellation);
        await using (var window = await Window.Open(world))
        {
            var page = window.Page;
            await window.LogInAs("reader-of-recents", "clerk", "/console");
            await Ask(page, "");
            Assert.Equal(0, await page.GetByText("Opened last").CountAsync());
            await page.GoTo("/console/accounts/demo/" + first.AccountId);
            await page.GoTo("/console/invoices/" + invoice);
            await page.GoTo("/console/accounts/demo/" + first.AccountId);
            await page.GoTo("/console");
            await Ask(page, "");
            var recent = page.Locator("[aria-label='Opened last'] a");
            await recent.First.WaitForAsync();
            Assert.Equal(
                ["/console/accounts/demo/" + first.AccountId, "/console/invoices/" + invoice],
                await recent.EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"));
            Assert.Contains(first.Name, await recent.First.InnerTextAsync(), StringComparison.Ordinal);
            await window.IsAccessible("the palette with what was opened last");
        }
        await using var other = await Window.Open(world);
        await other.LogInAs("nobody-of-recents", "clerk", "/console");
        await Ask(other.Page, "");
        Assert.Equal(0, await other.Page.GetByText("Opened last").CountAsync());
    }

    private static async Task Ask(IPage page, string text)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-text").FillAsync(text);
        await page.Locator("#palette-list [role=option]").First.WaitForAsync();
    }

    private static string Text(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
