using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>What is looked at before a run is released, and what lets it go.</summary>
public sealed class RunMonitorTests(ConsoleWorld world)
{
    private static readonly string All = BilledMarket.AccountCount.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_closed_run_shows_its_funnel_its_bills_and_what_moved()
    {
        var run = await world.Market.LastClosedRun(TestContext.Current.CancellationToken);
        await using var window = await Window.As(world, "Supervisor", "/console/runs/" + run);
        var page = window.Page;
        await page.GetByText("Bills to look at").WaitForAsync();
        await page.Locator("table", new() { HasText = "Chosen as" }).Locator("tbody tr").First.WaitForAsync();
        // The page as it was sent is replaced once it is live, and has no figures for a moment.
        await Assertions.Expect(page.Locator(".funnel tbody tr .number")).ToHaveTextAsync(
            [All, All, All, "0", "0", All, All], new() { UseInnerText = true });
        await page.GetByRole(AriaRole.Row, new() { Name = "Accounts due" }).WaitForAsync(); // Against January.
        await page.Locator("summary.link").First.ClickAsync();
        await page.Locator(".lines li").First.WaitForAsync();
        Assert.Equal(4, await page.Locator(".gate .is-done").CountAsync());
        await window.IsAccessible("run");
        await window.Picture("run-light");
    }

    [Fact]
    public async Task A_dry_run_is_set_beside_the_cycle_before_and_leaves_nothing()
    {
        await using var window = await Window.As(
            world, "Billing operator", "/console/runs/plan?entity=demo&cycle=monthly");
        var page = window.Page;
        await page.GetByLabel("Dry run").CheckAsync();
        await page.Locator("#until").FillAsync("2025-05-01"); // April has no reads: everybody is held.
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await page.Locator(".stages, main .notice.is-bad").First.WaitForAsync();
        Assert.Empty(await page.Locator("main .notice.is-bad").AllInnerTextsAsync());
        await page.Locator(".stages .is-now", new() { HasText = "Calculated" }).WaitForAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "Accounts held" }).WaitForAsync();
        await page.Locator(".panel", new() { HasText = "Held accounts" }).Locator("tbody tr").First.WaitForAsync();
        await page.GetByText("Before release").IsGone();
        await window.IsAccessible("dry run");
        await window.Picture("dry-run-light");
    }
}
