using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// What waits for a second person: decided in one go where it is alike, found again where nobody did.
/// </summary>
public sealed class ApprovalTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_not_decided_in_time_stands_by_itself_and_can_only_be_rejected()
    {
        var account = world.Market.Of(BilledMarket.NotDecided).AccountId;
        await using var window = await Window.As(world, "Supervisor", "/console/approvals");
        var page = window.Page;
        await page.Locator("main .empty-title, main .columns").First.WaitForAsync();
        Assert.Equal(0, await page.Locator("tbody tr", new() { HasText = account }).CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Not decided in time" }).ClickAsync();
        await page.ArrivesAt("**/approvals?expired=true");
        var row = page.Locator("tbody tr", new() { HasText = account });
        await row.WaitForAsync();
        Assert.Contains("the customer waited long", await row.InnerTextAsync(), StringComparison.Ordinal);
        await window.IsAccessible("approvals not decided in time");

        await row.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Balance after").WaitForAsync();
        var approve = page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true });
        Assert.True(await approve.IsDisabledAsync());
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("nobody answered");
        await page.Locator("[data-key=r]:enabled").WaitForAsync();
        await page.Keyboard.PressAsync("Escape"); // Leaves the field, so that letters are keys again.
        await page.Keyboard.PressAsync("r");
        await page.GetByText("Rejected.").WaitForAsync();
        await row.IsGone();
        await page.GetByRole(AriaRole.Link, new() { Name = "What waits" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Not decided in time" }).WaitForAsync();
    }

    [Fact]
    public async Task Requests_of_one_kind_are_decided_in_one_go_with_what_they_move_shown_before()
    {
        int[] indexes = [2, 3];
        foreach (var index in indexes)
            await world.Market.AskToAdjust(index, 5_100 + index, Cancellation);
        var before = await Balances(indexes);
        await using var window = await Window.As(world, "Supervisor", "/console/approvals");
        var page = window.Page;
        foreach (var index in indexes)
            await page.GetByLabel($"Choose adjust of {world.Market.Of(index).AccountId}").CheckAsync();
        await page.GetByText("2 requests chosen").WaitForAsync();
        string[] shown = ["10205", Text(before.Sum()), Text(before.Sum() - 10_205)];
        var figures = page.Locator(".effect data");
        await page.Locator(".effect data[value='10205']").WaitForAsync();
        Assert.Equal(shown, await figures.EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
        await window.IsAccessible("requests decided in one go");

        await page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await page.GetByText("2 requests approved.").WaitForAsync();
        Assert.Equal(before.Select((minor, at) => minor - 5_100 - indexes[at]), await Balances(indexes));
    }

    [Fact]
    public async Task Requests_that_move_too_much_together_are_not_decided_in_one_go()
    {
        // Each is 51 and something; the market lets 150 be decided together.
        int[] indexes = [23, 24, 25];
        foreach (var index in indexes)
            await world.Market.AskToAdjust(index, 5_100 + index, Cancellation);
        await using var window = await Window.As(world, "Supervisor", "/console/approvals?action=adjust");
        var page = window.Page;
        foreach (var index in indexes)
            await page.GetByLabel($"Choose adjust of {world.Market.Of(index).AccountId}").CheckAsync();
        await page.GetByText("Together more than").WaitForAsync();
        var approve = page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true });
        Assert.True(await approve.IsDisabledAsync());
        await window.IsAccessible("requests that are too much together");
        await approve.EvaluateAsync("button => { button.disabled = false; button.click(); }");

        await page.GetByLabel($"Choose adjust of {world.Market.Of(25).AccountId}").UncheckAsync();
        await page.GetByText("2 requests chosen").WaitForAsync();
        await Assertions.Expect(approve).ToBeEnabledAsync();
        await page.GetByText("Together more than").IsGone();
        Assert.Equal(0, await page.GetByText("approved.").CountAsync());
    }

    [Fact]
    public async Task A_role_begins_with_the_requests_it_is_told_to()
    {
        await using (var owner = await Window.Open(world))
        {
            await owner.LogInAs("ada-of-requests", "controller admin", "/console/approvals?action=refund");
            await owner.Page.Locator(".views summary").ClickAsync();
            await owner.Page.GetByLabel("These filters are where a role begins").SelectOptionAsync("auditor");
            await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Set", Exact = true }).ClickAsync();
            await owner.Page.GetByText("Auditor: begins with these filters.").WaitForAsync();
            await owner.IsAccessible("views of approvals");
        }
        await using var other = await Window.Open(world);
        await other.LogInAs("carl-of-requests", "auditor", "/console/approvals");
        await Assertions.Expect(other.Page.Locator("#action")).ToHaveValueAsync("refund");
        await other.Page.Locator("#action:enabled").SelectOptionAsync("");
        await other.Page.ArrivesAt("**/approvals?expired=false");
        await Assertions.Expect(other.Page.Locator("#action")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_one_asked_for_oneself_is_not_decided_in_one_go()
    {
        await world.Market.AskToAdjust(4, 5_104, Cancellation);
        await using var window = await Window.Open(world);
        var account = world.Market.Of(4).AccountId;
        await window.LogInAs("demo-clerk", "supervisor", "/console/approvals");
        var box = window.Page.GetByLabel($"Choose adjust of {account}");
        await box.WaitForAsync();
        Assert.True(await box.IsDisabledAsync());
    }

    private async Task<long[]> Balances(int[] indexes)
    {
        var balances = new List<long>();
        foreach (var index in indexes)
            balances.Add(await world.Market.Balance(index, Cancellation));
        return [.. balances];
    }

    private static string Text(long minor) => minor.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
