using System.Text.RegularExpressions;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>The screen of an invoice: what became of it, its page beside it, and a dispute about one line.</summary>
public sealed class InvoiceTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const int Credited = 1;
    private const int PartlyCredited = 32;

    [Fact]
    public async Task A_line_is_disputed_from_the_line_and_the_banner_says_so()
    {
        var item = await world.Market.OpenItem(6, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", "/console/invoices/" + item.Id);
        var page = window.Page;
        var banner = page.Locator("#state-banner");
        await page.Locator("#state-banner", new() { HasText = "Final." }).WaitForAsync();
        Assert.Contains(
            item.OpenMinor.ToString(System.Globalization.CultureInfo.InvariantCulture),
            await banner.Locator("data").First.GetAttributeAsync("value"), StringComparison.Ordinal);
        var beside = page.FrameLocator("iframe.document");
        await beside.Locator("h1", new() { HasText = item.Number }).WaitForAsync();
        await window.IsAccessible("an invoice and its page");

        await page.GetByRole(AriaRole.Link, new() { Name = "Dispute line 1", Exact = true }).ClickAsync();
        await page.GetByText("Line 1:").WaitForAsync();
        await page.Locator("textarea").FillAsync("Never used that much");
        var disputed = await page.Locator(".effect data").First.GetAttributeAsync("value");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open dispute" }).ClickAsync();
        await page.Locator(".figure", new() { HasText = "Disputed" }).WaitForAsync();
        Assert.Equal(disputed, await page.Locator(".figure", new() { HasText = "Disputed" }).Locator("data")
            .GetAttributeAsync("value"));
        await page.GetByText("line 1").First.WaitForAsync();

        await page.GoTo("/console/invoices/" + item.Id);
        await page.Locator("#state-banner a", new() { HasText = "of line 1" }).WaitForAsync();
    }

    [Fact]
    public async Task What_is_credited_in_full_is_void_and_its_memo_leads_back()
    {
        var item = await world.Market.OpenItem(11, Cancellation);
        await world.Market.CreditWhole(11, item.Id, Cancellation);
        await using var window = await Window.As(world, "Supervisor", "/console/invoices/" + item.Id);
        var page = window.Page;
        await page.Locator("#state-banner", new() { HasText = "Void: credited in full." }).WaitForAsync();
        await window.IsAccessible("an invoice that is void");
        await page.GetByRole(AriaRole.Link, new() { Name = "Dispute line 1" }).IsGone();
        await page.Locator("#state-banner a").First.ClickAsync();
        await page.Locator("#state-banner", new() { HasText = "a credit memo" }).WaitForAsync();
        await page.Locator("#state-banner a", new() { HasText = item.Number }).ClickAsync();
        await page.Locator("#state-banner", new() { HasText = "Void" }).WaitForAsync();
    }

    [Fact]
    public async Task A_clerk_sees_what_a_credit_does_and_above_the_own_limit_it_waits()
    {
        var item = await world.Market.OpenItem(Credited, Cancellation);
        var before = await world.Market.Balance(Credited, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", "/console/invoices/" + item.Id);
        var page = window.Page;
        await page.Locator("#credit-it").WaitForAsync();
        await page.Keyboard.PressAsync("c");
        await page.ArrivesAt("**/credit");
        await page.Locator("#above-limit").WaitForAsync();
        await window.IsAccessible("credit an invoice");
        var after = page.Locator("#balance-after data");
        Assert.Equal(Text(before - item.OpenMinor), await after.GetAttributeAsync("value"));

        await page.Locator("#way").SelectOptionAsync("goodwill");
        await page.Locator("#why").FillAsync("the agent was rude");
        await page.Locator("#amount").FillAsync("99999");
        await page.GetByText("Say how much, at most what is open.").WaitForAsync();
        Assert.True(await page.Locator("#send").IsDisabledAsync());
        await page.Locator("#amount").FillAsync("1.50");
        await page.Locator("#effect data[value='-150']").WaitForAsync();
        await page.Locator("#above-limit").IsGone();
        Assert.Equal(before, await world.Market.Balance(Credited, Cancellation));
        await page.Locator("#send").ClickAsync();
        await page.GetByText("Credited.").WaitForAsync();
        Assert.Equal(before - 150, await world.Market.Balance(Credited, Cancellation));

        await page.GoTo($"/console/invoices/{item.Id}/credit");
        await page.Locator("#why").FillAsync("the bill was of somebody else");
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("it waits for a second person").WaitForAsync();
        Assert.Equal(before - 150, await world.Market.Balance(Credited, Cancellation));
        await using var agent = await Window.As(world, "Service-desk agent", "/console/invoices/" + item.Id);
        await agent.Page.Locator("#state-banner").WaitForAsync();
        Assert.Equal(0, await agent.Page.Locator("#credit-it").CountAsync());
    }

    [Fact]
    public async Task A_part_of_a_line_is_credited_with_its_tax_shown_before_and_no_dispute()
    {
        var item = await world.Market.OpenItem(PartlyCredited, Cancellation);
        var before = await world.Market.Balance(PartlyCredited, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", "/console/invoices/" + item.Id);
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Credit line 1", Exact = true }).ClickAsync();
        var amount = page.GetByLabel("Net amount of line 1");
        await amount.WaitForAsync();
        Assert.Equal("lines", await page.Locator("#way").InputValueAsync());
        await amount.FillAsync("99999");
        await page.GetByText("of each at most what is left").WaitForAsync();
        Assert.True(await page.Locator("#send").IsDisabledAsync());
        await amount.FillAsync("1.00");
        await page.Locator("#effect-net data[value='-100']").WaitForAsync();
        await page.Locator(".effect-tax data[value='-10']").WaitForAsync();
        await page.Locator("#effect data[value='-110']").WaitForAsync();
        await window.IsAccessible("credit lines of an invoice");
        await page.IsKept(() => page.Locator("#why").FillAsync("some kilowatt hours too many"));

        await FollowAnotherLine(page, item.Id);
        await page.IsKept(() => amount.FillAsync("1.00"));
        var ofLine = new Regex("line=", RegexOptions.None, TimeSpan.FromSeconds(1));
        await Assertions.Expect(page).Not.ToHaveURLAsync(ofLine, new() { Timeout = 45_000 });
        await page.ReloadAsync(); // What was typed is there again.
        await page.Locator("#effect data[value='-110']").WaitForAsync();
        Assert.Equal(before, await world.Market.Balance(PartlyCredited, Cancellation));
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("Credited.").WaitForAsync();
        Assert.Equal(before - 110, await world.Market.Balance(PartlyCredited, Cancellation));
        await page.GoTo($"/console/invoices/{item.Id}/credit");
        await page.Locator("#way").SelectOptionAsync("lines");
        await page.GetByLabel("Credit line 1").CheckAsync();
        var left = page.Locator("#credit-lines tbody tr").First.Locator("td:nth-child(4) data");
        var billed = page.Locator("#credit-lines tbody tr").First.Locator("td:nth-child(3) data");
        Assert.Equal(
            Number(await billed.GetAttributeAsync("value")) - 100, Number(await left.GetAttributeAsync("value")));
    }

    // The link means its line, whatever was begun before, and leaves all else of the draft.
    private static async Task FollowAnotherLine(IPage page, string invoiceId)
    {
        await page.GoTo($"/console/invoices/{invoiceId}/credit?line=2");
        await Assertions.Expect(page.GetByLabel("Credit line 2")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Credit line 1")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#why")).ToHaveValueAsync("some kilowatt hours too many");
        await page.Locator("fieldset.ready:enabled").WaitForAsync();
        await page.GetByLabel("Credit line 2").UncheckAsync();
        await page.GetByLabel("Credit line 1").CheckAsync();
    }

    [Fact]
    public async Task A_bill_of_a_run_says_whether_it_exists()
    {
        var run = await world.Market.LastClosedRun(Cancellation);
        await using var window = await Window.As(world, "Supervisor", "/console/runs/" + run);
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Bill of " }).First.ClickAsync();
        await page.Locator("#state-banner", new() { HasText = "Final." }).WaitForAsync();
        await window.IsAccessible("a bill of a run");
        await page.Locator("#state-banner a").ClickAsync();
        await page.ArrivesAt("**/invoices/*");
    }

    private static long Number(string? text) => long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(long minor) => minor.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
