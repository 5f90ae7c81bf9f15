using System.IO.Compression;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Who may do what, and who did what, with nothing but the screens.</summary>
public sealed class SafetyTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_that_is_taken_away_stops_an_open_page_though_its_person_does_nothing()
    {
        await using var window = await Window.Open(world);
        var (page, path) = (window.Page, $"/console/accounts/demo/{world.Market.Of(23).AccountId}/payment");
        await window.LogInAs("revoked-quiet", "clerk agent", path);
        await page.Locator("#amount").FillAsync("12.50");
        await page.Locator("#owed-after").WaitForAsync();

        await world.Market.GiveRights("revoked-quiet", ["agent"], Cancellation);

        await page.GetByText("your rights were changed").First.WaitForAsync();
        Assert.Equal("12.50", await page.Locator("#amount").InputValueAsync());
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Post payment" }).IsDisabledAsync());
        Assert.Empty((await world.Market.Cash(23, Cancellation)).Receipts);
    }

    [Fact]
    public async Task An_administrator_makes_a_key_once_and_takes_it_back_and_the_trail_tells_both()
    {
        await using var window = await Window.As(world, "Administrator", "/console/keys");
        var page = window.Page;
        await page.Locator("#name").FillAsync("CRM of tests");
        await page.GetByText("It acts as demo-admin").WaitForAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Supervisor" }).IsGone();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Agent" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make key" }).ClickAsync();
        var text = await page.Locator("#key-text").InnerTextAsync();
        Assert.StartsWith("bak_", text, StringComparison.Ordinal);
        var keyId = text.Split('_')[1];
        await window.IsAccessible("keys");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Take back key {keyId}" }).ClickAsync();
        await page.Locator("tr", new() { HasText = keyId }).GetByText("Revoked").WaitForAsync();
        Assert.DoesNotContain(text, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GoTo("/console/audit?actor=demo-admin");
        var rows = page.Locator("tbody tr", new() { HasText = keyId });
        await rows.First.WaitForAsync();
        Assert.Equal(2, await rows.CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the chain" }).ClickAsync();
        await page.GetByText("The chain holds").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal now" }).ClickAsync();
        await page.Locator("textarea[readonly]").WaitForAsync();
        await window.IsAccessible("audit");
        await window.Picture("audit");
    }

    [Fact]
    public async Task A_sensitive_account_tells_who_looked_and_its_chain_holds()
    {
        var account = $"/console/accounts/demo/{world.Market.Of(21).AccountId}";
        await using (var admin = await Window.As(world, "Administrator", account + "/audit"))
        {
            await admin.Page.GetByText("The chain of the account holds").WaitForAsync();
            await admin.Page.Locator("#why").FillAsync("a colleague");
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Note every look" }).ClickAsync();
            await admin.Page.GetByText("Every look at this account is noted").WaitForAsync();
        }
        await using (var agent = await Window.Open(world))
            await agent.LogInAs("curious", "agent", account);
        await world.Market.AskToAdjust(21, 5_121, Cancellation);
        await using (var supervisor = await Window.Open(world))
        {
            await supervisor.LogInAs("inquisitive", "supervisor", "/console/approvals");
            await supervisor.Page.Locator("tr", new() { HasText = world.Market.Of(21).AccountId })
                .GetByRole(AriaRole.Button).First.ClickAsync();
            await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.WaitForAsync();
        }
        await using var again = await Window.As(world, "Administrator", account + "/audit");
        await again.Page.Locator("tr", new() { HasText = "curious" }).First.WaitForAsync();
        await again.Page.Locator("tr", new() { HasText = "inquisitive" }).First.WaitForAsync();
        await again.IsAccessible("audit of an account");
    }

    [Fact]
    public async Task An_administrator_gives_a_person_rights_and_nobody_their_own()
    {
        await using var window = await Window.As(world, "Administrator", "/console/people");
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New person" }).ClickAsync();
        await Fill(page, "newcomer");
        await page.GetByText("Saved: newcomer.").WaitForAsync();
        await window.IsAccessible("people");

        await page.GetByRole(AriaRole.Button, new() { Name = "New person" }).ClickAsync();
        await Fill(page, "demo-admin");
        await page.Locator(".notice-title", new() { HasText = "Nobody changes their own rights" }).WaitForAsync();
        await page.GoTo("/console/limits");
        await page.Locator(".grid").First.WaitForAsync();
        await window.IsAccessible("limits");
    }

    [Fact]
    public async Task What_was_typed_is_there_again_in_another_window_until_it_is_sent()
    {
        var account = $"/console/accounts/demo/{world.Market.Of(20).AccountId}";
        await using (var first = await Window.Open(world))
        {
            await first.LogInAs("drafter", "clerk agent", account + "/payment");
            await first.Page.Locator("#amount").FillAsync("7.35");
            await first.Page.GetByText("also if the page goes").WaitForAsync();
            await first.Page.GoTo(account + "/dispute");
            await first.Page.Locator("textarea").FillAsync("The house stood empty");
            await first.Page.GetByText("also if the page goes").WaitForAsync();
        }
        await using var second = await Window.Open(world);
        await second.LogInAs("drafter", "clerk agent", account + "/dispute");
        await Assertions.Expect(second.Page.Locator("textarea")).ToHaveValueAsync("The house stood empty");
        await second.Page.GoTo(account + "/payment");
        await Assertions.Expect(second.Page.Locator("#amount")).ToHaveValueAsync("7.35");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Post payment" }).ClickAsync();
        await second.Page.GetByText("Posted:").WaitForAsync();
        await second.Page.ReloadAsync();
        await second.Page.Locator("#amount:focus").WaitForAsync();
        Assert.Equal("", await second.Page.Locator("#amount").InputValueAsync());
        var receipts = (await world.Market.Cash(20, Cancellation)).Receipts; // A file of others may have paid, too.
        Assert.Equal(735, Assert.Single(receipts, one => one.Source == "desk").AmountMinor);
    }

    [Fact]
    public async Task A_person_is_restricted_on_the_screen_and_search_finds_nobody_any_more()
    {
        var account = $"/console/accounts/demo/{world.Market.Of(22).AccountId}";
        await using var window = await Window.As(world, "Supervisor", account);
        var page = window.Page;
        await page.Locator("#person-why").FillAsync("wants to be forgotten");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restrict now" }).ClickAsync();
        await page.GetByText("search does not find this customer").WaitForAsync();
        await page.GetByText("1 account is open").WaitForAsync();
        await page.GoTo("/console/retention");
        await page.Locator("#years").WaitForAsync();
        await window.IsAccessible("retention");
        var file = await page.APIRequest.GetAsync(
            $"/console/customers/{world.Market.Of(22).CustomerId}/file");
        await using var zip = new ZipArchive(new MemoryStream(await file.BodyAsync()));
        using var json = new StreamReader(await zip.GetEntry("person.json")!.OpenAsync(Cancellation));
        Assert.Contains(
            world.Market.Of(22).Name, await json.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task Fill(IPage page, string personId)
    {
        await page.Locator("#person").FillAsync(personId);
        await page.Locator("#name").FillAsync("New Comer");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Agent" }).CheckAsync();
        await page.Locator("#why").FillAsync("begins today");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }
}
