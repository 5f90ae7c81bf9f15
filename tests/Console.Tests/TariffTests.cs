using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Prices are read, compared, and published by a second person.</summary>
public sealed class TariffTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_compared_and_published_by_another_person_than_its_writer()
    {
        await world.Market.Draft("demo-water", tariff => tariff with { Name = "Water, renamed" }, Cancellation);
        await using (var writer = await Window.As(world, "Billing operator", "/console/tariffs/demo-water"))
        {
            await writer.Page.GetByText("Somebody with the right to publish").WaitForAsync();
            Assert.Equal(0, await writer.Page.Locator("#publish-reason").CountAsync());
        }
        await using var window = await Window.As(world, "Supervisor", "/console/tariffs?drafts=true");
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "demo-water" }).ClickAsync();
        await page.GetByText("Nothing is wrong with the draft.").WaitForAsync();
        await page.Locator("code", new() { HasText = "name" }).First.WaitForAsync();
        await window.IsAccessible("tariff with draft");
        await window.Picture("tariff-light");
        await page.Locator("#publish-reason").FillAsync("agreed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Water, renamed" }).WaitForAsync();
        await page.GetByText("agreed").WaitForAsync();
        Assert.Equal(0, await page.Locator("#publish-reason").CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_is_told_with_its_place()
    {
        await world.Market.Draft(
            "demo-blocks", tariff => tariff with { Versions = [tariff.Versions[0] with { Charges = [] }] },
            Cancellation);
        await using var window = await Window.As(world, "Supervisor", "/console/tariffs/demo-blocks?state=draft");
        var page = window.Page;
        await page.GetByText("wrong with the draft").First.WaitForAsync();
        await page.Locator("code", new() { HasText = "versions" }).First.WaitForAsync();
        await page.Locator("#publish-reason").FillAsync("no");
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Publish the draft" }).IsDisabledAsync());
    }

    [Fact]
    public async Task The_past_is_rated_again_on_another_tariff_and_nothing_is_stored()
    {
        var account = world.Market.Of(12);
        await using var window = await Window.As(
            world, "Service-desk agent", $"/console/accounts/demo/{account.AccountId}");
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "What if" }).ClickAsync();
        await page.Locator("#tariff").SelectOptionAsync("demo-flat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate again" }).ClickAsync();
        await page.Locator("#would-be").WaitForAsync();
        Assert.True(await page.Locator(".chart rect").CountAsync() >= 2);
        await window.IsAccessible("what if");
        await window.Picture("what-if-light");
    }

    [Fact]
    public async Task Imports_say_what_became_of_their_records_and_a_person_keeps_the_length_of_lists()
    {
        await using var window = await Window.As(world, "Billing operator", "/console/imports");
        var page = window.Page;
        await page.Locator("details.menu summary").ClickAsync();
        await page.Locator("select[name=Rows]").SelectOptionAsync("25");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.Locator("tbody tr").First.WaitForAsync();
        await page.Locator("tbody a").First.ClickAsync();
        await page.GetByText("Waits for a person").WaitForAsync();
        await window.IsAccessible("import");

        // Kept for the person, not for the window.
        await using var other = await Window.As(world, "Billing operator", "/console/tariffs");
        await other.Page.Locator("details.menu summary").ClickAsync();
        Assert.Equal("25", await other.Page.Locator("select[name=Rows]").InputValueAsync());
    }
}
