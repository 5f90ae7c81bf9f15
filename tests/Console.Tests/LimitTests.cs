using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Who may approve what changes by two people, with nothing but the screens.</summary>
public sealed class LimitTests(ConsoleWorld world)
{
    [Fact]
    public async Task Limits_are_drafted_by_one_person_and_released_by_another()
    {
        await using (var maker = await Window.As(world, "Supervisor", "/console/limits"))
        {
            var page = maker.Page;
            await page.Locator("a[href$='/limits/demo']").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a limit" }).ClickAsync();
            await page.GetByLabel("Role of line 4").SelectOptionAsync("collector");
            await page.GetByLabel("Action of line 4").SelectOptionAsync("waive");
            await page.GetByLabel("Amount of line 4").FillAsync("20,5,0");
            await page.GetByText("is no amount of AUD").WaitForAsync();
            await page.GetByLabel("Amount of line 4").FillAsync("20.50");
            await page.Locator("#why").FillAsync("small fees on the phone");
            await maker.IsAccessible("limits of an entity");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask another person" }).ClickAsync();

            var draft = page.Locator("#draft-demo");
            await draft.GetByText("You asked for this: somebody else decides.").WaitForAsync();
            Assert.Equal(0, await draft.GetByRole(AriaRole.Button, new() { Name = "Approve" }).CountAsync());
            Assert.Equal(0, await page.Locator("td", new() { HasText = "20.50" }).Filter(
                new() { Has = page.Locator("data") }).CountAsync());
            await page.GotoAsync("/console/approvals");
            await draft.GetByText("Collector: Waive, alone up to").WaitForAsync();
        }
        await using var second = await Window.As(world, "Administrator", "/console/limits");
        var waiting = second.Page.Locator("#draft-demo");
        await waiting.Locator("tr", new() { HasText = "Collector: Waive" }).GetByText("20.50 AUD").WaitForAsync();
        await waiting.GetByText("small fees on the phone").WaitForAsync();
        await second.IsAccessible("limits with a draft");
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await second.Page.GetByText("Released: it holds now.").WaitForAsync();
        await second.Page.Locator("tr", new() { HasText = "Collector" }).GetByText("20.50").First.WaitForAsync();
        Assert.Equal(0, await waiting.CountAsync());

        await second.Page.GotoAsync("/console/audit?actor=demo-admin");
        await second.Page.Locator("tbody tr", new() { HasText = "Legal entity changed" }).First.WaitForAsync();
    }
}
