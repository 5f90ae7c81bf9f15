using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// What is done most, with the keyboard alone: search, explain, post a payment, clear exceptions, approve. From the
/// log-in on no pointer may go down; a click that a key makes has none.
/// </summary>
public sealed class KeyboardTests(ConsoleWorld world)
{
    private const int Index = 16;

    private const string WatchPointer =
        "(() => { for (const kind of ['pointerdown', 'mousedown', 'touchstart'])"
        + " document.addEventListener(kind, () => console.error('a pointer went down'), true); })()";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_finds_a_caller_explains_the_bill_and_posts_a_payment()
    {
        await using var window = await Window.Open(world);
        await window.LogInAs("keyboard-clerk", "clerk agent", "/console");
        var page = window.Page;
        await Unplug(page);

        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette[open]").WaitForAsync();
        await page.Keyboard.TypeAsync(world.Market.Of(Index).AccountId);
        await page.Locator("#palette-list [role=option]", new() { HasText = world.Market.Of(Index).Name }).First
            .WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = world.Market.Of(Index).Name }).WaitForAsync();

        await page.Keyboard.PressAsync("e");
        await page.ArrivesAt("**/explain");
        await page.Locator("#speech p").First.WaitForAsync();
        await Reach(page, "[data-copy]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("a[data-key=p]").WaitForAsync();
        await page.Keyboard.PressAsync("p");
        await page.Locator("#amount:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("1.25");
        await page.Locator("#owed-after").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Posted:").WaitForAsync();
        Assert.Single(
            (await world.Market.Cash(Index, Cancellation)).Receipts, receipt => receipt.AmountMinor == 125);
    }

    [Fact]
    public async Task A_clerk_clears_exceptions_one_after_the_other()
    {
        const string Person = "keyboard-worker";
        await world.Market.RefuseReadsOf(Person, "KEYED", 2, Cancellation);
        await using var window = await Window.Open(world);
        await window.LogInAs(Person, "clerk", "/console/exceptions?kind=import-record");
        var page = window.Page;
        await Unplug(page);
        await page.Locator(".list tbody tr").First.WaitForAsync();
        await Reach(page, "#mine");
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".list-count", new() { HasText = "2 rows" }).WaitForAsync();
        await Reach(page, ".list tbody .link");
        await page.Keyboard.PressAsync("Enter");
        for (var left = 2; left > 0; left--)
        {
            await page.Locator("code", new() { HasText = "KEYED" }).WaitForAsync();
            await Reach(page, "#fix-reason");
            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.TypeAsync("a meter of another network");
            await Reach(page, "button:text-is('Drop')");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("Drop: 1 row.").WaitForAsync();
            if (left > 1)
                await page.Locator(".list-count", new() { HasText = "1 row" }).WaitForAsync();
        }
        await page.GetByText("Nothing waits here. Well done.").WaitForAsync();
    }

    [Fact]
    public async Task A_supervisor_approves_what_waits()
    {
        await world.Market.AskToAdjust(Index, 5_116, Cancellation);
        var before = await world.Market.Balance(Index, Cancellation);
        await using var window = await Window.Open(world);
        await window.LogInAs("keyboard-supervisor", "supervisor", "/console");
        var page = window.Page;
        await Unplug(page);

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("q");
        await page.ArrivesAt("**/approvals");
        var row = page.Locator("tbody tr", new() { HasText = world.Market.Of(Index).AccountId });
        await row.Locator("button:enabled").WaitForAsync();
        var count = await page.Locator("tbody tr").CountAsync();
        for (var pressed = 0; await row.Locator(":focus").CountAsync() == 0; pressed++)
        {
            Assert.True(pressed < count, "the row is not reached");
            await page.Keyboard.PressAsync("j");
        }
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#limit-hit", new() { HasText = "Clerk: alone up to" }).WaitForAsync();
        Assert.Equal("5000", await page.Locator("#limit-hit data").GetAttributeAsync("value"));
        Assert.Contains("This is more.", await page.Locator("#limit-hit").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("[data-key=a]:enabled").WaitForAsync();
        await page.Keyboard.PressAsync("a");
        await page.GetByText("Approved and done.").WaitForAsync();
        Assert.Equal(before - 5_116, await world.Market.Balance(Index, Cancellation));
    }

    [Fact]
    public async Task A_pointer_that_goes_down_is_seen()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var seen = 0;
        window.Page.Console += (_, message) =>
            seen += message.Text.Contains("a pointer went down", StringComparison.Ordinal) ? 1 : 0;
        await window.Page.EvaluateAsync(
            WatchPointer.Replace("console.error", "console.log", StringComparison.Ordinal));
        await window.Page.Locator("h1").ClickAsync();
        while (seen == 0)
            await Task.Delay(5, Cancellation);
    }

    // A window that is closed complains of every error on its console.
    private static async Task Unplug(IPage page)
    {
        await page.AddInitScriptAsync(WatchPointer);
        await page.EvaluateAsync(WatchPointer);
    }

    private static async Task Reach(IPage page, string selector)
    {
        var wanted = page.Locator(selector).First;
        for (var pressed = 0; !await wanted.EvaluateAsync<bool>("e => e === document.activeElement"); pressed++)
        {
            Assert.True(pressed < 80, $"{selector} is not reached with the tabulator");
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
