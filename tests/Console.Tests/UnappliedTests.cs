using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Money set against nothing is looked at and applied, with the keyboard alone.</summary>
public sealed class UnappliedTests(ConsoleWorld world)
{
    private const string Path = "/console/unapplied";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_applies_what_the_rules_propose_with_the_keyboard_alone()
    {
        var receipt = await world.Market.LeaveUnapplied(24, 700, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", Path);
        var page = window.Page;
        var row = page.Locator(".list tbody tr", new() { HasText = receipt });
        await row.WaitForAsync();
        await row.Locator(".link").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).WaitForAsync();
        Assert.Equal("700", await page.Locator(".framed tbody data").First.GetAttributeAsync("value"));
        await window.IsAccessible("unapplied cash and what it may pay");
        Assert.Equal(700, (await Receipt(receipt)).UnappliedMinor);

        await page.Keyboard.PressAsync("a");
        await page.GetByText($"Applied: receipt {receipt}").WaitForAsync();
        Assert.Equal(0, (await Receipt(receipt)).UnappliedMinor);
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task The_file_is_what_is_waiting_and_who_only_looks_applies_nothing()
    {
        var receipt = await world.Market.LeaveUnapplied(25, 300, Cancellation);
        await using var window = await Window.As(world, "Service-desk agent", Path);
        var page = window.Page;
        await page.Locator(".list tbody tr", new() { HasText = receipt }).Locator(".link").First.ClickAsync();
        await page.Locator(".framed tbody tr").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).IsGone();

        await page.GetByRole(AriaRole.Button, new() { Name = "Export…" }).ClickAsync();
        var file = await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        var lines = await window.Lines(file!);
        Assert.StartsWith("receipt,account,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith(receipt + ",", StringComparison.Ordinal)
            && line.EndsWith(",3.00,3.00", StringComparison.Ordinal));
        Assert.Empty((await window.Lines("/console/export/unapplied-cash.csv?entity=other&currency=AUD"))[1..]);
    }

    [Fact]
    public async Task Money_of_an_account_that_owes_nothing_is_proposed_to_whom_its_payer_named()
    {
        var meant = await world.Market.OpenItem(27, Cancellation);
        var receipt = await world.Market.Overpay(26, 900, "for " + meant.Number, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", Path);
        var page = window.Page;
        await page.Locator(".list tbody tr", new() { HasText = receipt }).Locator(".link").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = world.Market.Of(27).AccountId }).WaitForAsync();
        Assert.Equal("900", await page.Locator(".framed tbody data").First.GetAttributeAsync("value"));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).CountAsync());
    }

    private async Task<Grains.Interfaces.Cash.ReceiptView> Receipt(string receiptId) =>
        (await world.Market.Cash(24, Cancellation)).Receipts.Single(one => one.ReceiptId == receiptId);
}
