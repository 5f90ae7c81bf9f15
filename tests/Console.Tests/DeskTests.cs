using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>What people do all day, with nothing but the screens.</summary>
public sealed class DeskTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_explains_a_bill_in_three_keys_and_copies_the_sentences()
    {
        await using var window = await Window.As(world, "Service-desk agent", PathOf(9));
        var page = window.Page;
        await page.Keyboard.PressAsync("e");
        await page.ArrivesAt("**/explain");
        await page.Locator("#speech p").First.WaitForAsync();

        var said = await page.Locator("#speech").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        Assert.Equal(said, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.True(await page.Locator(".chart rect").CountAsync() >= 3);
        await window.Picture("explain-light");
    }

    [Fact]
    public async Task A_clerk_posts_a_payment_with_the_keyboard_alone_and_sees_before_what_it_pays()
    {
        await using var window = await Window.As(world, "Billing clerk", PathOf(10));
        var page = window.Page;
        await page.Keyboard.PressAsync("p");
        await page.ArrivesAt("**/payment");
        await page.Locator("#amount:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("12.50");
        await page.Locator("#owed-after").WaitForAsync();
        Assert.Empty((await world.Market.Cash(10, Cancellation)).Receipts);
        await page.GetByText("also if the page goes").WaitForAsync(); // All four keys have arrived; "12." is no amount.
        await page.Locator("button[type=submit]:enabled", new() { HasText = "Post payment" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Posted:").WaitForAsync();

        var cash = await world.Market.Cash(10, Cancellation);
        Assert.Equal(1250, Assert.Single(cash.Receipts).AmountMinor);
        Assert.Equal("desk", cash.Receipts[0].Source);
    }

    [Fact]
    public async Task A_dispute_is_opened_credited_above_the_limit_and_approved_by_another_person()
    {
        var path = PathOf(17);
        await using (var agent = await Window.As(world, "Service-desk agent", path))
        {
            await agent.Page.Keyboard.PressAsync("d");
            await agent.Page.Locator("#reason").WaitForAsync();
            await agent.Page.Locator("#reason").SelectOptionAsync("quantity");
            await agent.Page.Locator("textarea").FillAsync("The house stood empty");
            await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Open dispute" }).ClickAsync();
            await agent.Page.ArrivesAt("**/disputes/dispute-*");
            path = new Uri(agent.Page.Url).AbsolutePath;
        }
        await using (var clerk = await Window.As(world, "Billing clerk", path))
        {
            var disputed = await clerk.Page.Locator(".figure .money").First.GetAttributeAsync("value");
            await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "In review" }).ClickAsync();
            await clerk.Page.GetByText("Done.", new() { Exact = true }).WaitForAsync();
            await clerk.Page.Locator("#credit").FillAsync(Amount(disputed!));
            await clerk.Page.Locator("#cause").SelectOptionAsync("meter");
            await clerk.Page.Locator("textarea").FillAsync("The read was wrong");
            await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
            await clerk.Page.GetByText("A credit waits for a second person").WaitForAsync();
        }
        await using var supervisor = await Window.As(world, "Supervisor", path);
        await supervisor.Page.Locator("[data-key=a]:enabled").WaitForAsync();
        await supervisor.Page.Keyboard.PressAsync("a");
        await supervisor.Page.GetByText("Approved: the credit is booked.").WaitForAsync();
    }

    [Fact]
    public async Task An_operator_plans_a_cycle_a_supervisor_approves_it_and_it_is_released()
    {
        string path;
        await using (var office = await Window.As(
            world, "Billing operator", "/console/runs/plan?entity=demo&cycle=monthly"))
        {
            var page = office.Page;
            await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
            await page.Locator(".stages, main .notice.is-bad").First.WaitForAsync();
            Assert.Empty(await page.Locator("main .notice.is-bad").AllInnerTextsAsync());
            await page.ArrivesAt("**/runs/run-*");
            await page.Locator(".stages .is-now", new() { HasText = "Reconciled" }).WaitForAsync();
            path = new Uri(page.Url).AbsolutePath;
        }
        await using (var supervisor = await Window.As(world, "Supervisor", path))
        {
            await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
            await supervisor.Page.Locator(".stages .is-now", new() { HasText = "Approved" }).WaitForAsync();
        }
        await using var release = await Window.As(world, "Billing operator", path);
        await release.Page.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await release.Page.Locator(".stages .is-now", new() { HasText = "Closed" }).WaitForAsync();
        // Another test corrects a read of these days: where that comes in between, its account is held again.
        var (issued, held) = (await Count("#ready"), await Count("#held"));
        Assert.Equal(BilledMarket.AccountCount, issued + held);
        Assert.InRange(held, 0, 1);

        async Task<int> Count(string figure) => int.Parse(
            await release.Page.Locator(figure).InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_palette_leads_to_pages_and_keys_move_through_rows()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-list [role=option]").First.WaitForAsync();
        await page.Locator("#palette-text").FillAsync("acc");
        await page.Locator("#palette-list", new() { HasText = "Accounts" }).WaitForAsync();
        await page.Locator("#palette-list [aria-selected=true]", new() { HasText = "Accounts" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/console/accounts");
        await page.Locator("tbody tr").First.WaitForAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var second = await page.Locator("tbody tr").Nth(1).Locator("a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**" + second);
    }

    [Fact]
    public async Task Keys_go_on_from_their_row_when_the_heading_takes_the_focus_late()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/accounts");
        var page = window.Page;
        await page.Locator(".list tbody a").First.WaitForAsync();
        await page.Keyboard.PressAsync("j");
        await page.Locator("h1").FocusAsync(); // As when the page comes to life after the first key.
        await page.Keyboard.PressAsync("j");
        await page.Locator("h1").FocusAsync();
        var second = await page.Locator("tbody tr").Nth(1).Locator("a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**" + second);
    }

    private string PathOf(int index) => $"/console/accounts/demo/{world.Market.Of(index).AccountId}";

    private static string Amount(string minor) => minor.Length > 2 ? minor[..^2] + "." + minor[^2..] : "0." + minor;
}
