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
        await page.Locator("#publish-reason").IsGone();
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
        Assert.Equal(0, await page.Locator("#apply").CountAsync()); // Another role makes it so.
    }

    [Fact]
    public async Task What_was_looked_at_is_made_so_with_a_reason_and_above_a_limit_by_a_second_person()
    {
        var account = world.Market.Of(17).AccountId;
        var own = (await world.Market.Account(17, Cancellation)).Contracts[0].Tariffs[^1].TariffId;
        var other = own == "demo-flat" ? "demo-blocks" : "demo-flat";
        await using (var clerk = await Window.As(
            world, "Billing clerk", $"/console/accounts/demo/{account}/what-if"))
        {
            var page = clerk.Page;
            await page.Locator("#tariff").SelectOptionAsync(other);
            await page.GetByRole(AriaRole.Button, new() { Name = "Rate again" }).ClickAsync();
            var move = page.GetByRole(AriaRole.Button, new() { Name = "Put it on " + other });
            await move.WaitForAsync();
            Assert.True(await move.IsDisabledAsync());
            await page.Locator("#apply-reason").FillAsync("it fits the house better");
            await page.Locator("#apply-from").FillAsync("2025-06-01");
            await clerk.IsAccessible("what if, made so");
            await move.ClickAsync();
            await page.Locator("#apply .is-good", new() { HasText = $"is on {other} from" }).WaitForAsync();
            var tariffs = (await world.Market.Account(17, Cancellation)).Contracts[0].Tariffs;
            Assert.Equal((other, new DateOnly(2025, 6, 1)), (tariffs[^1].TariffId, tariffs[^1].From));

            await page.GetByRole(AriaRole.Button, new() { Name = "Cancel INV" }).ClickAsync();
            await page.Locator("#apply .is-warn", new() { HasText = "waits for a second person" }).WaitForAsync();
        }
        await using var supervisor = await Window.As(world, "Supervisor", "/console/approvals");
        var row = supervisor.Page.Locator("tbody tr", new() { HasText = account })
            .Filter(new() { HasText = "it fits the house better" });
        await row.WaitForAsync();
        Assert.Equal(1, await row.GetByLabel($"Choose cancel-invoice of {account}").CountAsync());
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
