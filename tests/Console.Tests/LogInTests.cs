using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

public sealed class LogInTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_person_logs_in_finds_a_caller_by_phone_and_logs_out()
    {
        await using var window = await Window.Open(world);
        var page = window.Page;
        await page.GotoAsync("/console/accounts");
        Assert.Contains("/console/login", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Service-desk agent" }).ClickAsync();
        await page.ArrivesAt("**/console/accounts");
        await page.Keyboard.PressAsync("/");
        await page.Locator("#palette-text").FillAsync(BilledMarket.CallerPhone);
        await page.Locator("#palette-list [aria-selected=true]", new() { HasText = world.Market.Caller.Name })
            .WaitForAsync();
        var actions = page.Locator("#palette-list").GetByRole(AriaRole.Group, new() { Name = "Do" });
        await actions.GetByText("Open dispute: " + world.Market.Caller.Name).WaitForAsync();
        Assert.Equal(0, await actions.GetByText("Post payment").CountAsync()); // No agent may.
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = world.Market.Caller.Name }).WaitForAsync();

        await page.Locator("details.menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await page.GetByText("You are logged out").WaitForAsync();
        await page.GotoAsync("/console/accounts");
        Assert.Contains("/console/login", page.Url, StringComparison.Ordinal);
    }
}
