using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// People are faster than a page that loads: what they press before it is ready waits for it, or cannot be pressed yet.
/// </summary>
public sealed class HasteTests(ConsoleWorld world)
{
    private const int LateMilliseconds = 1500;

    [Fact]
    public async Task Keys_that_come_before_the_rows_wait_for_them()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/accounts");
        var page = window.Page;
        await page.Locator("tbody tr a").Nth(1).WaitForAsync();
        var second = await page.Locator("tbody tr").Nth(1).Locator("a").GetAttributeAsync("href");
        await Delay(page, "**/Radzen.Blazor.min.js*");

        await page.ReloadAsync();
        await page.Locator("[data-rows][aria-busy=true]").WaitForAsync();
        Assert.Equal(0, await page.Locator("tbody tr a").CountAsync());
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**" + second);
    }

    [Fact]
    public async Task A_key_that_comes_before_its_button_is_in_use_waits_for_it()
    {
        await using var window = await Window.As(world, "Administrator", "/console/people");
        var page = window.Page;
        var isPressed = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await isPressed.Task.WaitAsync(TestContext.Current.CancellationToken);
            await route.ContinueAsync();
        });
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(".ready:disabled [data-key=n]").WaitForAsync();
        await page.WaitForFunctionAsync("() => window.billingKeys");

        await page.Keyboard.PressAsync("n");

        Assert.Equal(0, await page.Locator("main h2", new() { HasText = "New person" }).CountAsync());
        isPressed.SetResult();
        await page.Locator("main h2", new() { HasText = "New person" }).WaitForAsync();
    }

    [Fact]
    public async Task Enter_in_the_palette_opens_what_is_typed_and_not_what_stood_there_before()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-list [role=option]").First.WaitForAsync();
        await Delay(page, "**/console/palette*");
        await page.Keyboard.TypeAsync("unapp");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/console/unapplied");
    }

    [Fact]
    public async Task A_palette_without_an_answer_says_so()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-list [role=option]").First.WaitForAsync();
        // The browser writes a line to its console for every status from 400 on, which no window here may have.
        await page.RouteAsync("**/console/palette*", route => route.FulfillAsync(new() { Status = 302 }));
        await page.Keyboard.TypeAsync("a");
        await page.Locator("#palette-list", new() { HasText = "gives no answer now" }).WaitForAsync();
    }

    [Fact]
    public async Task A_form_cannot_be_sent_before_it_is_connected()
    {
        await using var window = await Window.As(world, "Billing operator");
        var page = window.Page;
        await Delay(page, "**/blazor.web.js*");
        await page.GotoAsync(
            "/console/runs/plan?entity=demo&cycle=nothing", new() { WaitUntil = WaitUntilState.Commit });
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Calculate" });
        await send.WaitForAsync();
        Assert.True(await send.IsDisabledAsync());
        await send.ClickAsync(); // Waits until it can be pressed, as a person must.
        await page.Locator("main .notice.is-bad", new() { HasText = "nothing" }).WaitForAsync();
    }

    private static Task Delay(IPage page, string what) => page.RouteAsync(what, async route =>
    {
        await Task.Delay(LateMilliseconds, TestContext.Current.CancellationToken);
        await route.ContinueAsync();
    });
}
