using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Columns are shown, hidden and ordered by keyboard, kept, part of views, and those of the file.</summary>
public sealed class ColumnTests(ConsoleWorld world)
{
    [Fact]
    public async Task Columns_are_chosen_by_keyboard_kept_for_the_person_and_written_to_files()
    {
        await using (var window = await Window.Open(world))
        {
            await window.LogInAs("cora-of-columns", "clerk", "/console/accounts");
            var page = window.Page;
            await Shows(page, "Legal entity Account Customer Cycle State Balance");
            await page.Locator(".columns-menu summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Box(page, "Account")).ToBeDisabledAsync(); // It opens the row.
            await Press(page, Box(page, "Cycle"), "Space");
            await Press(page, Box(page, "Currency"), "Space");
            await Shows(page, "Legal entity Account Customer State Balance Currency");
            var earlier = page.GetByRole(AriaRole.Button, new() { Name = "Move Balance earlier" });
            for (var i = 0; i < 3; i++)
            {
                await Press(page, earlier, "Enter");
                await page.GetByText($"Balance is column {4 - i} of 6.").WaitForAsync();
                await Assertions.Expect(earlier).ToBeFocusedAsync(); // Where it was pressed, it can be pressed again.
            }
            await Shows(page, "Legal entity Balance Account Customer State Currency");
            await window.IsAccessible("columns that are chosen");
            await page.Locator(".list tbody a").First.WaitForAsync();
            var lines = await Exported(page);
            Assert.Equal("entity,balance,account,customer,state,currency", lines[0]);
            Assert.StartsWith("demo,", lines[1], StringComparison.Ordinal);
            await page.GetByLabel("All columns").CheckAsync();
            await page.Locator("a[download][href*=columns]").First.IsGone();
            Assert.Equal("entity,account,customer,customer id,cycle,state,currency,balance", (await Taken(page))[0]);
        }
        await using (var again = await Window.Open(world))
        {
            await again.LogInAs("cora-of-columns", "clerk", "/console/accounts");
            await Shows(again.Page, "Legal entity Balance Account Customer State Currency");
            await again.Page.Locator(".columns-menu summary").ClickAsync();
            await again.Page.GetByRole(AriaRole.Button, new() { Name = "Usual columns" }).ClickAsync();
            await Shows(again.Page, "Legal entity Account Customer Cycle State Balance");
        }
        await using var other = await Window.As(world, "Supervisor", "/console/accounts");
        await Shows(other.Page, "Legal entity Account Customer Cycle State Balance");
        await other.Page.GoTo("/console/accounts?columns=customer,balance,nothing");
        await Shows(other.Page, "Account Customer Balance");
    }

    [Fact]
    public async Task A_view_has_its_columns_and_its_order_for_who_keeps_it_and_for_others()
    {
        await using (var owner = await Window.Open(world))
        {
            await owner.LogInAs("ada-of-columns", "operator admin", "/console/accounts?columns=balance,account");
            var page = owner.Page;
            await Shows(page, "Balance Account");
            await page.GetByRole(AriaRole.Button, new() { Name = "Balance", Exact = true }).ClickAsync();
            await page.Locator("th[aria-sort=ascending]").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Balance", Exact = true }).ClickAsync();
            await page.Locator("th[aria-sort=descending]").WaitForAsync();
            await page.Locator(".views summary").ClickAsync();
            await page.GetByLabel("Keep these filters as").FillAsync("Who owes most");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("Kept as Who owes most.").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Share Who owes most" }).ClickAsync();
            await page.GetByText("Shared as Who owes most.").WaitForAsync();
            await page.GetByLabel("These filters are where a role begins").SelectOptionAsync("integrator");
            await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
            await page.GetByText("begins with these filters.").WaitForAsync();
        }
        await using (var other = await Window.As(world, "Billing clerk", "/console/accounts"))
        {
            await Shows(other.Page, "Legal entity Account Customer Cycle State Balance");
            await other.Page.Locator(".views summary").ClickAsync();
            await other.Page.GetByRole(AriaRole.Button, new() { Name = "Who owes most", Exact = true }).ClickAsync();
            await Shows(other.Page, "Balance Account");
            await IsSorted(other.Page);
            await other.Page.Locator("[aria-current]", new() { HasText = "Who owes most" }).WaitForAsync();
        }
        await using var begun = await Window.Open(world);
        await begun.LogInAs("ina-of-columns", "integrator", "/console/accounts");
        await Shows(begun.Page, "Balance Account");
        await IsSorted(begun.Page);
    }

    [Theory]
    [InlineData("/console/disputes?stage=all", "Owner", "Opened")]
    [InlineData("/console/approvals?expired=false", "Asked by", "Since")]
    public async Task Lists_that_are_no_grid_have_columns_too(string address, string usual, string more)
    {
        var isDispute = address.Contains("disputes", StringComparison.Ordinal);
        await Fill(isDispute);
        await using var window = await Window.Open(world);
        await window.LogInAs("columns-of-" + usual.Length, "supervisor", address);
        var page = window.Page;
        await page.Locator($"th:text-is('{usual}')").WaitForAsync();
        await page.Locator(".columns-menu summary").ClickAsync();
        await Box(page, usual).UncheckAsync();
        await page.Locator($"th:text-is('{usual}')").IsGone();
        await Box(page, more).CheckAsync(); // The menu stays open, and its address stays what it was.
        await page.Locator($"th:text-is('{more}')").WaitForAsync();
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        await page.GoTo(address);
        await page.Locator($"th:text-is('{more}')").WaitForAsync();
        Assert.Equal(0, await page.Locator($"th:text-is('{usual}')").CountAsync());
        if (isDispute)
            await GoesOn(page, address, more);
    }

    // Pages of a list go on in the columns that were chosen, also where its address began with others.
    private static async Task GoesOn(IPage page, string address, string more)
    {
        await page.GoTo(address + "&columns=dispute,reason&after=demo/0");
        await page.Locator("th:text-is('Reason')").WaitForAsync();
        await page.GetByText("That is all.").WaitForAsync();
        await page.Locator(".columns-menu summary").ClickAsync();
        await Box(page, more).CheckAsync();
        await page.Locator($"th:text-is('{more}')").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await page.ArrivesAt("**columns=dispute%2Creason%2Copened**");
        await page.Locator($"th:text-is('{more}')").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).IsGone();
        Assert.DoesNotContain("after", page.Url, StringComparison.Ordinal);
    }

    // A row of the test's own, so that the list has columns whatever other tests do meanwhile.
    private async Task Fill(bool isDispute)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var index in (int[])[6, 29, 27, 14])
        {
            var minor = isDispute ? 0 : 5_051;
            if ((await world.Market.OpenItem(index, cancellation)).OpenMinor <= minor)
                continue;
            await (isDispute
                ? world.Market.Dispute(index, cancellation)
                : world.Market.AskToAdjust(index, minor, cancellation));
            return;
        }
        Assert.Fail("Nobody owes enough.");
    }

    private static ILocator Box(IPage page, string column) =>
        page.Locator(".columns-list").GetByRole(AriaRole.Checkbox, new() { Name = column, Exact = true });

    private static async Task Press(IPage page, ILocator what, string key)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync(key);
    }

    private static async Task<string[]> Exported(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Export…" }).ClickAsync();
        return await Taken(page);
    }

    private static async Task<string[]> Taken(IPage page)
    {
        var csv = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        return await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static Task IsSorted(IPage page) => page.WaitForFunctionAsync(
        "() => { const v = [...document.querySelectorAll('.list tbody data')].map(e => +e.value);"
        + " return v.length > 5 && v.every((x, i) => i === 0 || v[i - 1] >= x); }");

    // Headings as they stand, read until they do.
    private static Task Shows(IPage page, string headings) => page.WaitForFunctionAsync(
        "wanted => [...document.querySelectorAll('.list th')].map(one => one.innerText.trim()).join(' ') === wanted",
        headings);
}
