using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>What was measured, with what is wrong with it.</summary>
public sealed class MeterTests(ConsoleWorld world)
{
    [Fact]
    public async Task Gaps_estimates_and_corrections_are_drawn_and_told()
    {
        var path = $"/console/accounts/demo/{world.Market.Of(BilledMarket.Odd).AccountId}";
        await using var window = await Window.As(world, "Service-desk agent", path);
        var page = window.Page;
        await page.Keyboard.PressAsync("m");
        await page.ArrivesAt("**/meters");
        await page.Locator("input[name=from]").FillAsync("2024-12-10");
        await page.Locator("input[name=through]").FillAsync("2024-12-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByText("5 days: 1 day with a gap, 1 day estimated, 1 day corrected.").WaitForAsync();

        foreach (var mark in new[] { "missing", "estimated", "corrected" })
            Assert.NotEqual(0, await page.Locator($".chart svg .is-{mark}").CountAsync());
        await page.GetByText("Show as table").ClickAsync();
        var rows = await page.Locator(".chart table tbody tr").AllInnerTextsAsync();
        Assert.Equal(5, rows.Count);
        Assert.Contains("nothing came", rows[3], StringComparison.Ordinal);
        Assert.Contains("48 of 48 estimated", rows[2], StringComparison.Ordinal);
        Assert.Contains("version 2", rows[1], StringComparison.Ordinal);
        await window.IsAccessible("meters");
        await window.Picture("meters-light");
    }

    [Fact]
    public async Task A_point_of_somebody_else_is_not_shown()
    {
        var mine = $"/console/accounts/demo/{world.Market.Of(9).AccountId}/meters";
        var other = world.Market.Of(10).ServicePointId;
        await using var window = await Window.As(world, "Service-desk agent", $"{mine}?point={other}");
        await window.Page.Locator("select[name=point]").WaitForAsync();
        Assert.Equal(
            world.Market.Of(9).ServicePointId, await window.Page.Locator("select[name=point]").InputValueAsync());
    }
}
