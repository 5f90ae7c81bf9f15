using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>What waits for a person: held accounts and refused records are worked through at the screen.</summary>
public sealed class ExceptionTests(ConsoleWorld world)
{
    [Fact]
    public async Task An_operator_works_through_what_a_run_holds_one_by_one_and_the_rest_at_once()
    {
        await using var window = await Window.As(
            world, "Billing operator", $"/console/runs/plan?entity=demo&cycle={OddCustomers.CycleId}");
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await page.Locator(".stages, main .notice.is-bad").First.WaitForAsync();
        Assert.Empty(await page.Locator("main .notice.is-bad").AllInnerTextsAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Work through them" }).ClickAsync();
        await page.ArrivesAt("**/exceptions?run=*");

        await page.Locator(".list tbody .link", new() { HasText = OddCustomers.AccountOf(0) }).ClickAsync();
        await page.GetByText("Load the missing read").WaitForAsync();
        await window.IsAccessible("an exception");
        await page.Locator("#fix-reason").FillAsync("Nobody has read it");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Calculate again: 1 row.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await page.GetByText("Skip: 1 row.").WaitForAsync();
        Assert.Equal("Nobody has read it", await page.Locator("#fix-reason").InputValueAsync());

        await page.Locator(".list tbody tr:nth-child(n + 1) input[type=checkbox]").First.WaitForAsync();
        foreach (var box in await page.Locator(".list tbody input[type=checkbox]").AllAsync())
            await box.CheckAsync();
        await page.GetByText("2 rows chosen").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, 2 rows" }).ClickAsync();
        await page.GetByText("Nothing waits here. Well done.").WaitForAsync();
    }

    [Fact]
    public async Task A_supervisor_takes_all_that_are_found_and_lets_one_rest_until_next_week()
    {
        await world.Market.RefuseReads("SLEEPY", 40, TestContext.Current.CancellationToken);
        await using var window = await Window.As(world, "Supervisor", "/console/exceptions?kind=import-record");
        var page = window.Page;
        await page.Locator(".list tbody .link").First.WaitForAsync();
        var all = page.GetByRole(AriaRole.Button, new() { Name = "Select all" });
        var count = int.Parse(
            (await all.InnerTextAsync()).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(count >= 40);
        await all.ClickAsync();
        await page.GetByText($"{count} rows chosen").WaitForAsync();
        Assert.True(await page.Locator(".list tbody input[type=checkbox]").CountAsync() < count);
        await window.IsAccessible("all exceptions chosen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await page.GetByText($"Take it: {count} rows, one").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Yes, {count} rows" }).ClickAsync();
        await page.GetByText($"Take it: {count} rows.").WaitForAsync();

        await page.Locator(".list tbody .link").First.ClickAsync();
        await page.Locator("#rest-until").FillAsync("2025-03-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();
        await page.GetByText("at most 90 days ahead").Last.WaitForAsync(); // A day that is gone.
        await page.Locator("#rest-until").FillAsync("2025-04-08");
        await page.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();
        await page.GetByText("Snooze: 1 row.").WaitForAsync();
        await page.Locator(".list-count", new() { HasText = $"{count - 1} rows" }).WaitForAsync();
        await page.Locator("#resting").CheckAsync();
        await page.Locator(".list-count", new() { HasText = $"{count} rows" }).WaitForAsync();
    }

    [Fact]
    public async Task A_clerk_looks_at_a_refused_record_takes_it_and_drops_it_with_a_reason()
    {
        await using var window = await Window.As(
            world, "Billing clerk", "/console/exceptions?kind=import-record");
        var page = window.Page;
        await page.Locator(".list tbody .link").First.ClickAsync();
        await page.Locator("code", new() { HasText = "NOBODY" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await page.Locator(".facts dd", new() { HasText = "demo-clerk" }).WaitForAsync();
        await page.Locator("#mine").CheckAsync();
        await page.Locator(".list-count", new() { HasText = "1 row" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Drop" }).ClickAsync();
        await page.GetByText("Say why first.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Drive again" }).ClickAsync();
        await page.Locator("main .notice.is-bad").WaitForAsync(); // The meter is still unknown.
        await page.Locator("#fix-reason").FillAsync("A meter of another network");
        await page.GetByRole(AriaRole.Button, new() { Name = "Drop" }).ClickAsync();
        await page.GetByText("Drop: 1 row.").WaitForAsync();
        await page.GetByText("Nothing waits here. Well done.").WaitForAsync();
    }
}
