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
    public async Task A_clerk_sees_a_collection_and_changes_nothing_of_it()
    {
        await using var window = await Window.As(
            world, "Billing clerk", $"/console/accounts/demo/{world.Market.Of(16).AccountId}/collection");
        await window.Page.Locator("#next-step").WaitForAsync();
        await window.Page.Locator("#promise-amount").IsGone();
    }
}
