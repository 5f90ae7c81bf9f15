using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Keys that work everywhere; those of one screen are pressed in its own tests.</summary>
public sealed class KeyTests(ConsoleWorld world)
{
    [Theory]
    [InlineData("Billing clerk", "a accounts", "i invoices", "p payments")]
    [InlineData("Supervisor", "r runs", "q approvals", "h ")]
    public async Task G_and_a_letter_lead_to_a_page(string person, params string[] leads)
    {
        await using var window = await Window.As(world, person);
        foreach (var lead in leads)
        {
            var (key, page) = (lead[..1], lead[2..]);
            await window.Page.Keyboard.PressAsync("g");
            await window.Page.Keyboard.PressAsync(key);
            await window.Page.ArrivesAt(("**/console/" + page).TrimEnd('/'));
            await window.Page.Locator("h1").WaitForAsync();
        }
    }

    [Fact]
    public async Task J_and_k_move_through_rows_and_x_chooses_one()
    {
        await world.Market.RefuseReads("CHOSEN", 3, TestContext.Current.CancellationToken);
        await using var window = await Window.As(world, "Supervisor", "/console/exceptions?kind=import-record");
        var page = window.Page;
        var rows = page.Locator(".list tbody tr");
        await rows.Nth(1).Locator("input[type=checkbox]").WaitForAsync();
        foreach (var key in new[] { "j", "j", "k", "j" })
            await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync(
            "() => document.querySelectorAll('.list tbody tr')[1].contains(document.activeElement)");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("x");
        await page.GetByText("1 row chosen").WaitForAsync();
        Assert.True(await rows.First.Locator("input[type=checkbox]").IsCheckedAsync());
    }

    [Fact]
    public async Task A_question_mark_opens_help_and_escape_closes_it_leaves_a_field_and_goes_back()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await page.ArrivesAt("**/console/accounts");
        await page.Locator(".list tbody a").First.WaitForAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator("details.help[open]").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("details.help:not([open])").WaitForAsync();

        await page.Keyboard.PressAsync("/");
        await page.Locator("#palette[open]").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#palette:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // In a field letters are letters; to leave it loses nothing and leads nowhere else.
        await page.Locator(".list-search:enabled").FocusAsync();
        await page.Keyboard.TypeAsync("gr?");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("gr?", await page.Locator(".list-search").InputValueAsync());
        Assert.Equal(0, await page.Locator(".list-search:focus, details[open]").CountAsync());
        Assert.EndsWith("/console/accounts", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        await page.ArrivesAt("**/console");
    }

    [Fact]
    public async Task Who_switches_single_letters_off_has_the_other_keys_still()
    {
        await using var window = await Window.As(world, "Billing clerk");
        var page = window.Page;
        await page.Locator("details.menu summary").ClickAsync();
        await page.Locator("[data-keys-switch]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette[open]").WaitForAsync();
        await page.Locator("details.help[open]").IsGone();
    }
}
