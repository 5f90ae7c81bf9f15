using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>A collector's day: a promise, a block, and the list that tells of both.</summary>
public sealed class CollectionTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_collector_takes_a_promise_places_a_block_and_lifts_it_again()
    {
        var account = world.Market.Of(12).AccountId;
        await using var window = await Window.As(
            world, "Collector", $"/console/accounts/demo/{account}");
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Collection", Exact = true }).ClickAsync();
        await page.Locator("#promise-amount").FillAsync("5.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take promise" }).ClickAsync();
        await page.GetByText("The promise is taken.").WaitForAsync();
        await page.Locator("#block-kind").SelectOptionAsync("hardship");
        await page.Locator("#block-reason").FillAsync("Lost the job, papers are in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place block" }).ClickAsync();
        await page.GetByText("The block is placed.").WaitForAsync();

        await page.GoTo("/console/collections");
        var row = page.Locator(".list tbody tr", new() { HasText = account });
        await row.GetByText("hardship").WaitForAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = account }).ClickAsync();
        await page.Locator("#block-reason").FillAsync("Has work again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lift" }).ClickAsync();
        await page.GetByText("The block is lifted.").WaitForAsync();
        await window.IsAccessible("collection of an account");
        await window.Picture("collection-light");
    }

    [Fact]
    public async Task An_agent_takes_a_promise_on_the_phone_and_places_no_block()
    {
        var account = $"/console/accounts/demo/{world.Market.Of(33).AccountId}";
        await using var window = await Window.Open(world);
        await window.LogInAs("phone-agent", "agent", account + "/collection");
        var page = window.Page;
        await page.Locator("#promise-amount").FillAsync("1.00");
        await page.Locator("#block-kind").IsGone();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take promise" }).ClickAsync();
        await page.GetByText("The promise is taken.").WaitForAsync();
        await page.GoTo(account);
        await Assertions.Expect(page.Locator(".figure", new() { HasText = "Promised" })).ToContainTextAsync("until");
    }

    [Fact]
    public async Task What_a_role_does_not_see_is_not_told_to_be_nothing()
    {
        await using var window = await Window.Open(world);
        await window.LogInAs(
            "only-operator", "operator", $"/console/accounts/demo/{world.Market.Of(16).AccountId}");
        foreach (var figure in (string[])["In dispute", "Promised"])
            await Assertions.Expect(window.Page.Locator(".figure", new() { HasText = figure }))
                .ToContainTextAsync("not for your role");
    }

    [Fact]
    public async Task A_clerk_sees_a_collection_and_changes_nothing_of_it()
    {
        await using var window = await Window.Open(world);
        await window.LogInAs(
            "only-clerk", "clerk", $"/console/accounts/demo/{world.Market.Of(16).AccountId}/collection");
        await window.Page.Locator("#next-step").WaitForAsync();
        await window.Page.Locator("#promise-amount").IsGone();
    }
}
