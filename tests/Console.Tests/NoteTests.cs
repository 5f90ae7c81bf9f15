using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// Notes on the page of an account. They change nothing else of it, so that accounts are shared with other tests.
/// </summary>
public sealed class NoteTests(ConsoleWorld world)
{
    private const int Written = 3;
    private const int Listed = 26;
    private const int Drafted = 28;
    private const string Alert = "Her mother needs a respirator";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_writes_pins_and_withdraws_a_note_with_the_keyboard_alone()
    {
        await using var window = await Window.Open(world);
        await window.LogInAs("note-agent", "agent", PathOf(Written));
        var page = window.Page;
        await page.EvaluateAsync(
            "() => document.addEventListener('pointerdown', () => console.error('a pointer went down'), true)");
        await page.Keyboard.PressAsync("n");
        await page.Locator("#note-text:focus").WaitForAsync();
        await page.Keyboard.TypeAsync(Alert);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("never cut off without a call");
        await page.GetByText("also if the page goes").WaitForAsync();
        await window.IsAccessible("a note that is written");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("Internal");
        await Tab(page, "#note-text", "#note-about", "#note-pinned");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("Kept.", new() { Exact = true }).WaitForAsync();
        var note = page.Locator("#notes li", new() { HasText = "Internal remark" });
        await note.GetByText(Alert + "\nnever cut off without a call").WaitForAsync();
        await page.Locator(".pinned", new() { HasText = Alert }).WaitForAsync();
        await page.Locator(".timeline li", new() { HasText = "Note: Internal remark" }).WaitForAsync();
        await window.IsAccessible("an account with notes");

        await page.Locator("#notes button", new() { HasText = "Take down" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".pinned").IsGone();
        await page.Locator("#notes button:focus", new() { HasText = "Pin" }).WaitForAsync(); // Nobody loses the place.
        await page.Locator("#notes button", new() { HasText = "Withdraw" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#note-why:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("another account");
        await page.Locator("#notes button:enabled", new() { HasText = "Withdraw the note" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Withdrawn.", new() { Exact = true }).WaitForAsync();
        await page.GetByText("Nobody wrote anything down yet.").WaitForAsync();
        await page.Locator(".timeline li", new() { HasText = "Note: Internal remark" }).IsGone();
        await page.Locator("#note-withdrawn").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#notes .is-withdrawn", new() { HasText = "another account" }).WaitForAsync();
        await window.IsAccessible("a note that was withdrawn");
    }

    [Fact]
    public async Task Notes_are_filtered_and_read_page_by_page_and_another_persons_is_not_withdrawn()
    {
        for (var i = 10; i < 22; i++)
            await world.Market.WriteNote(Listed, i == 20 ? "visit" : "phone", $"Said {i} <b>", Cancellation);
        await using (var agent = await Window.Open(world))
        {
            await agent.LogInAs("note-reader", "agent", PathOf(Listed));
            var page = agent.Page;
            await page.Locator("#notes").GetByText("Said 21 <b>").WaitForAsync();
            Assert.Equal(10, await page.Locator("#notes > li").CountAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Older notes" }).ClickAsync();
            await page.Locator("#notes").GetByText("Said 10 <b>").WaitForAsync();
            Assert.Equal(2, await page.Locator("#notes > li").CountAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Newest notes" }).ClickAsync();
            await page.Locator("#notes").GetByText("Said 21 <b>").WaitForAsync();
            await page.Locator("#note-filter").SelectOptionAsync("visit");
            await page.Locator("#notes").GetByText("Said 21 <b>").IsGone();
            Assert.Equal(1, await page.Locator("#notes > li").CountAsync());
            Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw:" }).CountAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Pin: Said 20 <b>" }).ClickAsync();
            await page.Locator(".pinned").GetByText("Said 20 <b>").WaitForAsync();
        }
        await using var window = await Window.As(world, "Supervisor");
        await window.Page.Context.AddCookiesAsync(
            [new Cookie { Name = "billing-look", Value = "ar.light", Url = world.Market.Address.ToString() }]);
        await window.Page.GoTo(PathOf(Listed));
        await window.Page.Locator(".ready:not([disabled]) #note-filter").WaitForAsync();
        Assert.Equal("rtl", await window.Page.Locator("html").GetAttributeAsync("dir"));
        await window.IsAccessible("an account with notes from right to left");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw: Said 20 <b>" }).ClickAsync();
        await window.Page.Locator("#note-why").FillAsync("of another house");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the note" }).ClickAsync();
        await window.Page.Locator(".pinned").IsGone();
    }

    [Fact]
    public async Task What_was_typed_is_there_again_and_who_may_not_read_notes_sees_none()
    {
        await using (var first = await Window.Open(world))
        {
            await first.LogInAs("note-drafter", "agent", PathOf(Drafted));
            await first.Page.GetByRole(AriaRole.Button, new() { Name = "Write a note" }).ClickAsync();
            await first.Page.Locator("#note-text").FillAsync("He will call again");
            await first.Page.GetByText("also if the page goes").WaitForAsync();
        }
        await using (var second = await Window.Open(world))
        {
            await second.LogInAs("note-drafter", "agent", PathOf(Drafted));
            await Assertions.Expect(second.Page.Locator("#note-text")).ToHaveValueAsync("He will call again");
            await second.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
            await second.Page.Locator("#notes").GetByText("He will call again").WaitForAsync();
            await second.Page.ReloadAsync();
            await second.Page.Locator(".ready:not([disabled]) [data-key=n]").WaitForAsync();
            Assert.Equal(0, await second.Page.Locator("#note-text").CountAsync());
        }
        await using var window = await Window.As(world, "Billing operator", PathOf(Drafted));
        await window.Page.Locator(".timeline").First.WaitForAsync();
        Assert.DoesNotContain("He will call again", await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("#note-filter").CountAsync());
    }

    private static async Task Tab(IPage page, params string[] stops)
    {
        foreach (var stop in stops)
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Locator(stop + ":focus").WaitForAsync();
        }
    }

    private string PathOf(int index) => "/console/accounts/demo/" + world.Market.Of(index).AccountId;
}
