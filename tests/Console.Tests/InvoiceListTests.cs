using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Invoices of all accounts in one list, filters that are shared, and days on which cycles come due.</summary>
public sealed class InvoiceListTests(ConsoleWorld world)
{
    [Fact]
    public async Task Documents_of_all_accounts_are_filtered_and_exported_as_the_filter_says()
    {
        var account = world.Market.Of(9).AccountId;
        await using var window = await Window.As(world, "Billing clerk", "/console/invoices");
        var page = window.Page;
        await page.Locator(".list tbody a").First.WaitForAsync();
        await window.IsAccessible("invoices of all accounts");
        await page.Locator(".list-search").FillAsync(account);
        var lines = await window.Lines("/console/export/invoices.csv?q=" + account);
        await Shows(page, $"{lines.Length - 1} documents");
        var numbers = await Numbers(page);
        Assert.Equal(numbers.OrderDescending(StringComparer.Ordinal), numbers); // February before January.
        await page.GetByRole(AriaRole.Button, new() { Name = "Issued" }).ClickAsync();
        await page.Locator("th[aria-sort=ascending]").WaitForAsync();
        await page.WaitForFunctionAsync(
            "was => document.querySelector('.list tbody a')?.innerText === was", numbers[^1]);

        Assert.Equal(
            "number,kind,entity,account,customer,issued,due,currency,net,tax,total,open", lines[0].TrimEnd('\r'));
        Assert.Equal(numbers, lines.Skip(1).Select(line => line.Split(',')[0]));
        var all = await window.Lines("/console/export/invoices.csv");
        var days = all.Skip(1).Select(line => line.Split(',')).Select(cells => cells[^7]).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.True(days.Count >= 2 * BilledMarket.AccountCount);
        foreach (var state in (string[])["open", "overdue", "settled", "credit-memo"])
        {
            var some = await window.Lines("/console/export/invoices.csv?state=" + state);
            Assert.All(some.Skip(1), line => Assert.Equal(
                state is "open" or "overdue", !line.TrimEnd('\r').EndsWith(",0.00", StringComparison.Ordinal)));
        }
        var day = days.Distinct().Order(StringComparer.Ordinal).First();
        var first = await window.Lines($"/console/export/invoices.csv?from={day}&through={day}");
        Assert.Equal(days.Count(one => one == day), first.Length - 1);
    }

    [Fact]
    public async Task A_view_is_shared_and_taken_back_and_a_role_begins_where_it_is_told_to()
    {
        await using var owner = await Window.Open(world);
        await owner.LogInAs("ada-of-views", "collector admin", "/console/invoices");
        var page = owner.Page;
        await page.Locator("#state").SelectOptionAsync("overdue");
        await page.Locator(".views summary").ClickAsync();
        await page.GetByLabel("Keep these filters as").FillAsync("Late ones");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Kept as Late ones.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share Late ones", Exact = true }).ClickAsync();
        await page.GetByText("Shared as Late ones.").WaitForAsync();
        await page.GetByLabel("These filters are where a role begins").SelectOptionAsync("collector");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
        await page.GetByText("Collector: begins with these filters.").WaitForAsync();
        await owner.IsAccessible("views that are shared");

        await using (var other = await Window.As(world, "Billing clerk", "/console/invoices"))
        {
            await other.Page.Locator(".views summary").ClickAsync();
            Assert.Equal("", await other.Page.Locator("#state").InputValueAsync()); // Another role.
            Assert.Equal(0, await other.Page.GetByText("Take back", new() { Exact = true }).CountAsync());
            Assert.Equal(0, await other.Page.GetByLabel("These filters are where a role begins").CountAsync());
            await other.Page.GetByRole(AriaRole.Button, new() { Name = "Late ones", Exact = true }).ClickAsync();
            await other.Page.WaitForFunctionAsync("() => document.querySelector('#state').value === 'overdue'");
        }
        await using (var collector = await Window.Open(world))
        {
            await collector.LogInAs("carl-of-views", "collector", "/console/invoices");
            await collector.Page.WaitForFunctionAsync("() => document.querySelector('#state')?.value === 'overdue'");
            await collector.Page.GoTo("/console/invoices?state=settled");
            await collector.Page.WaitForFunctionAsync("() => document.querySelector('#state')?.value === 'settled'");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back Late ones" }).ClickAsync();
        await page.GetByText("Shared with everybody").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Theory]
    [InlineData("/console/collections?level=2", "collections", "#level", "2")]
    [InlineData("/console/exceptions?kind=import-record", "exceptions", "main [aria-current=page]", null)]
    [InlineData("/console/disputes?stage=all", "disputes", ".button.is-main", null)]
    public async Task A_role_begins_in_every_list_where_it_is_told_to(
        string address, string list, string shown, string? value)
    {
        await using (var owner = await Window.Open(world))
        {
            await owner.LogInAs("ada-of-" + list, "supervisor admin", address);
            await owner.Page.Locator(".views summary").ClickAsync();
            await owner.Page.GetByLabel("These filters are where a role begins").SelectOptionAsync("auditor");
            await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
            await owner.Page.GetByText("Auditor: begins with these filters.").WaitForAsync();
        }
        await using var other = await Window.Open(world);
        await other.LogInAs("carl-of-" + list, "auditor", "/console/" + list);
        var mark = other.Page.Locator(shown).First;
        if (value is not null)
            await Assertions.Expect(mark).ToHaveValueAsync(value);
        else
            await Assertions.Expect(mark).ToHaveTextAsync(list == "disputes" ? "All" : "Refused records");
    }

    [Fact]
    public async Task The_calendar_says_how_many_accounts_are_billed_on_which_day()
    {
        await using var window = await Window.As(world, "Billing operator", "/console/runs");
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Calendar of cycles" }).ClickAsync();
        await page.Locator("#calendar tbody tr", new() { HasText = "monthly" }).First.WaitForAsync();
        var counts = await page.Locator("#calendar tbody tr:not(.is-sum) td:nth-child(4)").AllInnerTextsAsync();
        Assert.Contains(BilledMarket.AccountCount.ToString(System.Globalization.CultureInfo.InvariantCulture), counts);
        Assert.Contains(
            OddCustomers.AccountCount.ToString(System.Globalization.CultureInfo.InvariantCulture), counts);
        await window.IsAccessible("the calendar of cycles");
        await page.Locator("#calendar tbody a", new() { HasText = "monthly" }).First.ClickAsync();
        await page.ArrivesAt("**/runs/plan?entity=demo&cycle=monthly");
    }

    private static Task<string[]> Numbers(IPage page) => page.Locator(".list tbody tr td:nth-child(1) a")
        .EvaluateAllAsync<string[]>("all => all.map(one => one.innerText)");

    private static Task Shows(IPage page, string count) =>
        page.Locator($".list-count:text-is('{count}')").WaitForAsync();
}
