using System.IO.Compression;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>The list of accounts: searched, sorted, walked through and exported, with nothing but the screen.</summary>
public sealed class ListTests(ConsoleWorld world)
{
    private const int Count = BilledMarket.AccountCount + OddCustomers.AccountCount;

    [Fact]
    public async Task A_clerk_searches_sorts_and_opens_an_account()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/accounts");
        var page = window.Page;
        await Shows(page, $"{Count} accounts");
        Assert.Equal(Count + 1, int.Parse(
            (await page.Locator(".rz-data-grid [aria-rowcount], .rz-data-grid[aria-rowcount]").First
                .GetAttributeAsync("aria-rowcount"))!, System.Globalization.CultureInfo.InvariantCulture));

        await page.GetByRole(AriaRole.Button, new() { Name = "Balance" }).ClickAsync();
        await page.Locator("th[aria-sort=ascending]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Balance" }).ClickAsync();
        await page.Locator("th[aria-sort=descending]").WaitForAsync();
        await page.WaitForFunctionAsync(
            "() => { const v = [...document.querySelectorAll('.list tbody data')].map(e => +e.value);"
            + " return v.length > 5 && v.every((x, i) => i === 0 || v[i - 1] >= x); }");

        await page.Locator(".list-search").FillAsync(BilledMarket.CallerPhone);
        await Shows(page, "1 account");
        await page.Locator(".list tbody a", new() { HasText = world.Market.Caller.AccountId }).WaitForAsync();
        await page.Locator(".list-search").FillAsync("nobody at all");
        await page.GetByText("There are no such accounts.").WaitForAsync();
        await page.Locator(".list-search").FillAsync(OddCustomers.AccountOf(1));
        await Shows(page, "1 account");
        await page.Locator(".list tbody a", new() { HasText = OddCustomers.AccountOf(1) }).WaitForAsync();
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Locator(".list tbody a:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**/" + OddCustomers.AccountOf(1));
    }

    [Fact]
    public async Task Filters_are_kept_by_name_and_found_again_in_another_window()
    {
        await using (var window = await Window.As(world, "Billing clerk", "/console/accounts"))
        {
            var page = window.Page;
            await page.Locator("#state").SelectOptionAsync("closed");
            await page.Locator(".list-search").FillAsync("somebody");
            await page.Locator(".views summary").ClickAsync();
            await page.GetByLabel("Keep these filters as").FillAsync("Gone");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("Kept as Gone.").WaitForAsync();
            await window.IsAccessible("views that are kept");
        }
        await using (var other = await Window.As(world, "Supervisor", "/console/accounts"))
        {
            await other.Page.Locator(".views summary").ClickAsync();
            await other.Page.GetByText("Choose filters, then keep").WaitForAsync(); // Nobody else's business.
        }
        await using var again = await Window.As(world, "Billing clerk", "/console/accounts");
        await Shows(again.Page, $"{Count} accounts");
        await again.Page.Locator(".views summary").ClickAsync();
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "Gone", Exact = true }).ClickAsync();
        await again.Page.GetByText("There are no such accounts.").WaitForAsync();
        Assert.Equal("closed", await again.Page.Locator("#state").InputValueAsync());
        Assert.Equal("", await again.Page.Locator(".list-search").InputValueAsync());
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "Forget Gone" }).ClickAsync();
        await again.Page.GetByText("Choose filters, then keep").WaitForAsync();
    }

    [Fact]
    public async Task Arrows_move_in_the_grid_and_enter_opens()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/accounts");
        var page = window.Page;
        await page.Locator(".list tbody a").First.WaitForAsync();
        await page.Locator("[role=grid]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("[id$=-active-item]").WaitForAsync();
        var path = await page.Locator("[id$=-active-item] a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAt("**" + path);
    }

    [Fact]
    public async Task An_export_is_what_the_search_found_and_says_before_how_much()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/accounts");
        var page = window.Page;
        await page.Locator(".list-search").FillAsync("ODD");
        await Shows(page, $"{OddCustomers.AccountCount} accounts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export…" }).ClickAsync();
        await page.GetByText($"{OddCustomers.AccountCount} accounts as").WaitForAsync();
        var csv = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("accounts-2025-04-01.csv", csv.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("entity,account,customer,customer id,cycle,state,currency,balance", lines[0]);
        Assert.Equal("demo,ODD0,'=Odd 0,ODDC0,odd,open,AUD,0.00", lines[1]);
        Assert.Equal(OddCustomers.AccountCount + 1, lines.Length);

        var excel = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync());
        using var workbook = ZipFile.OpenRead(await excel.PathAsync());
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("=Odd 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_exports_what_they_may_not_see()
    {
        await using var agent = await Window.As(world, "Service-desk agent");
        var answer = await agent.Page.APIRequest.GetAsync(
            "/console/export/ageing.csv", new() { MaxRedirects = 0 });
        Assert.NotEqual(200, answer.Status);
        await using var stranger = await Window.Open(world);
        answer = await stranger.Page.APIRequest.GetAsync(
            "/console/export/accounts.csv", new() { MaxRedirects = 0 });
        Assert.NotEqual(200, answer.Status);
    }

    private static Task Shows(IPage page, string count) =>
        page.Locator($".list-count:text-is('{count}')").WaitForAsync();
}
