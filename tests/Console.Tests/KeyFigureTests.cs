using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Key figures lead to the lists behind them.</summary>
public sealed class KeyFigureTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_supervisor_sees_how_much_is_late_and_whose_it_is()
    {
        await using var window = await Window.As(world, "Supervisor");
        var page = window.Page;
        var late = page.Locator(".kpis a", new() { HasText = "Past due" });
        await late.WaitForAsync();
        Assert.Contains("read at", await page.Locator(".as-of").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".chart summary").First.ClickAsync();
        Assert.Equal(12, await page.Locator(".chart table").First.Locator("tbody tr").CountAsync());

        var wanted = Minor(await late.Locator("data").GetAttributeAsync("value"));
        await late.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/receivables/past-due*");
        await page.Locator(".grid tbody tr data").First.WaitForAsync(); // Before the rows come, one says that they do.
        // Both in one look: a list that scrolls draws its first rows more than once.
        var amounts = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.grid tbody tr')]"
            + ".map(row => row.querySelector('data')?.value ?? 'none')");
        Assert.InRange(amounts.Sum(Minor), 1, wanted); // Others pay meanwhile.
        Assert.Equal(amounts.Select(Minor).OrderDescending(), amounts.Select(Minor));
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/console/accounts/demo/*");
    }

    [Fact]
    public async Task Every_bar_that_leads_somewhere_has_a_name_and_the_keyboard_reaches_it()
    {
        await using var window = await Window.As(world, "Supervisor", "/console/receivables");
        var page = window.Page;
        var bar = page.GetByRole(AriaRole.Link, new() { Name = "Over 120, Open" });
        await bar.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/receivables/past-due*");
    }

    [Fact]
    public async Task Who_may_not_read_reports_has_no_figures()
    {
        await using var window = await Window.As(world, "Service-desk agent");
        await window.Page.Locator(".cards").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator(".kpis, [href*=receivables]").CountAsync());
        await window.Page.GoTo("/console/receivables");
        await window.Page.GetByText("This page is not for your role").First.WaitForAsync();
    }

    private static long Minor(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
