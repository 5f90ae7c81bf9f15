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
            await page.GetByLabel("Alone, line 4").FillAsync("5,5,5");
            await page.GetByText("empty is as much").WaitForAsync();
            await page.GetByLabel("Alone, line 4").FillAsync("5.50");
            await page.Locator("#why").FillAsync("small fees on the phone");
            await maker.IsAccessible("limits of an entity");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask another person" }).ClickAsync();

            var draft = page.Locator("#draft-demo");
            await draft.GetByText("You asked for this: somebody else decides.").WaitForAsync();
            Assert.Equal(0, await draft.GetByRole(AriaRole.Button, new() { Name = "Approve" }).CountAsync());
            Assert.Equal(0, await page.Locator("td", new() { HasText = "20.50" }).Filter(
                new() { Has = page.Locator("data") }).CountAsync());
            await page.GoTo("/console/approvals");
            await draft.GetByText("Collector: Waive, alone up to").WaitForAsync();
            await draft.GetByText("Collector: Waive, up to").WaitForAsync();
        }
        await using var second = await Window.As(world, "Administrator", "/console/limits");
        var waiting = second.Page.Locator("#draft-demo");
        await waiting.Locator("tr", new() { HasText = "Collector: Waive, up" }).GetByText("20.50 AUD").WaitForAsync();
        await waiting.Locator("tr", new() { HasText = "Waive, alone" }).GetByText("5.50 AUD", new() { Exact = true })
            .WaitForAsync();
        await waiting.GetByText("small fees on the phone").WaitForAsync();
        await second.IsAccessible("limits with a draft");
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await second.Page.GetByText("Released: it holds now.").WaitForAsync();
        var limits = second.Page.Locator("tr", new() { HasText = "Collector" });
        await limits.GetByText("20.50").First.WaitForAsync();
        await limits.Filter(new() { HasText = "5.50" }).First.WaitForAsync();
        await waiting.IsGone();

        await second.Page.GoTo("/console/audit?actor=demo-admin");
        await second.Page.Locator("tbody tr", new() { HasText = "Legal entity changed" }).First.WaitForAsync();
    }

    [Fact]
    public async Task A_stand_in_is_drafted_by_one_person_and_released_by_another()
    {
        // A legal entity of this test: a draft of another test at the same one would meet it.
        await world.Market.AddEntity("lent", TestContext.Current.CancellationToken);
        await using (var maker = await Window.As(world, "Supervisor", "/console/limits/lent"))
        {
            var page = maker.Page;
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a stand-in" }).ClickAsync();
            await page.GetByText("Say who decides and in whose place.").WaitForAsync();
            await page.GetByLabel("Who decides, stand-in 1").FillAsync("demo-clerk");
            await page.GetByLabel("In whose place, stand-in 1").FillAsync("demo-clerk");
            await page.GetByText("cannot decide in their own place").WaitForAsync();
            await page.GetByLabel("In whose place, stand-in 1").FillAsync("demo-supervisor");
            await page.GetByText("Say with which role").WaitForAsync();
            await page.GetByLabel("Supervisor, stand-in 1").CheckAsync();
            await page.GetByLabel("Last day of stand-in 1").FillAsync("2025-01-01");
            await page.GetByLabel("Last day of stand-in 1").BlurAsync();
            await page.GetByText("Say from which day through which").WaitForAsync();
            await page.GetByLabel("Last day of stand-in 1").FillAsync("2030-12-31");
            await page.GetByLabel("Last day of stand-in 1").BlurAsync();
            await page.GetByLabel("Reason").FillAsync("holidays");
            await maker.IsAccessible("stand-ins of an entity");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask another person" }).ClickAsync();

            var draft = page.Locator("#draft-lent");
            await draft.GetByText("You asked for this: somebody else decides.").WaitForAsync();
            await draft.GetByText("Decides in another's place: demo-supervisor to demo-clerk").WaitForAsync();
            Assert.Equal(0, await page.GetByText("Decide in another's place").CountAsync());
        }
        await using (var second = await Window.As(world, "Administrator", "/console/limits"))
        {
            var page = second.Page;
            await page.Locator("#draft-lent").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
            await page.GetByText("Released: it holds now.").WaitForAsync();
            var lent = page.GetByRole(AriaRole.Table, new() { Name = "Decide in another's place" });
            await lent.Locator("tr", new() { HasText = "demo-clerk" }).GetByText("demo-supervisor").WaitForAsync();
        }
        // What holds is there to be changed, and nothing of it is lost by saving something else.
        await using var again = await Window.As(world, "Supervisor", "/console/limits/lent");
        await Assertions.Expect(again.Page.GetByLabel("Who decides, stand-in 1")).ToHaveValueAsync("demo-clerk");
        await Assertions.Expect(again.Page.GetByLabel("Supervisor, stand-in 1")).ToBeCheckedAsync();
        await again.Page.GetByLabel("Remove stand-in 1").ClickAsync();
        await again.Page.GetByLabel("Reason").FillAsync("back from holidays");
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "Ask another person" }).ClickAsync();
        await again.Page.Locator("#draft-lent tr", new() { HasText = "demo-supervisor to demo-clerk" })
            .GetByText("supervisor through 2030-12-31").WaitForAsync();
    }
}
