using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// What is done by hand to an account beside credits: money goes back or to another account, and deposits live. Each
/// shows before what the account would decide, and sent twice is done once.
/// </summary>
public sealed class HandTests(ConsoleWorld world, HandMarket market) : IClassFixture<HandMarket>
{
    private const int ReceiptCount = 60;
    private const int TimelineLength = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_goes_back_alone_below_the_limit_and_to_another_payee_only_with_a_second_person()
    {
        var hands = market.Hands("hand-refund");
        await hands.Open(["HAND-R1", "HAND-R2"], Cancellation);
        await hands.Receive("HAND-R1", 30_000, Cancellation);
        for (var minor = 1; minor <= ReceiptCount; minor++)
            await hands.Receive("HAND-R2", minor, Cancellation);
        await using (var clerk = await Window.As(
            world, "Billing clerk", hands.PageOf("HAND-R1"), market.Address))
        {
            var page = clerk.Page;
            await page.Locator(".more summary").ClickAsync();
            await clerk.IsAccessible("an account with more to do");
            await page.GetByRole(AriaRole.Link, new() { Name = "Refund", Exact = true }).ClickAsync();
            await page.GetByText("Choose what goes back").WaitForAsync();
            await page.Locator("#source:enabled").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.Locator("#above-limit").WaitForAsync();
            Assert.Equal("300.00", await page.Locator("#amount").InputValueAsync());
            await Sums(page, "Unapplied cash", "30000", "0");
            await Sums(page, "Set aside to go back", "0", "30000");
            await clerk.IsAccessible("refund");
            await page.Locator("#amount").FillAsync("400");
            await page.Locator("#refused", new() { HasText = "left" }).WaitForAsync();
            Assert.True(await page.Locator("#send").IsDisabledAsync());

            await page.Locator("#amount").FillAsync("12.50");
            await Sums(page, "Set aside to go back", "0", "1250");
            await page.Locator("#above-limit").IsGone();
            Assert.True(await page.Locator("#send").IsDisabledAsync());
            await page.IsKept(() => page.Locator("#why").FillAsync("paid twice"));
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#amount")).ToHaveValueAsync("12.50");
            await page.Locator("#send:enabled").DblClickAsync();
            await page.GetByText("Set aside: it goes back").WaitForAsync();
            Assert.Equal(1_250, Assert.Single((await hands.Cash("HAND-R1", Cancellation)).Refunds).AmountMinor);

            await AskForAnotherPayee(page, hands);
        }
        await IsApprovedAndPaid(hands);
        await using var agent = await Window.As(
            world, "Service-desk agent", hands.PageOf("HAND-R1"), market.Address);
        await agent.Page.Locator(".more summary").ClickAsync();
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Deposits" }).WaitForAsync();
        Assert.Equal(0, await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Refund" }).CountAsync());
        await IsReadInPages(agent.Page, hands);
    }

    [Fact]
    public async Task Money_goes_to_another_account_found_from_the_palette_and_what_was_moved_that_day_is_added_up()
    {
        var hands = market.Hands("hand-transfer");
        await hands.Open(["TRF1", "TRF2"], Cancellation);
        await hands.Receive("TRF1", 8_990, Cancellation);
        await using var clerk = await Window.As(world, "Billing clerk", "/console", market.Address);
        var page = clerk.Page;
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette-text").FillAsync("TRF1");
        await page.Locator("#palette-list [role=option]", new() { HasText = "Transfer: " + hands.CustomerName })
            .ClickAsync();
        await page.ArrivesAt("**/transfer");
        await page.Locator("fieldset.ready:enabled").WaitForAsync();
        await To(page, "NOBODY");
        await page.Locator("#refused", new() { HasText = "There is no account" }).WaitForAsync();
        await To(page, "TRF1");
        await page.Locator("#refused", new() { HasText = "goes to another account" }).WaitForAsync();
        await To(page, "TRF2");
        await page.Locator("#other", new() { HasText = hands.CustomerName }).WaitForAsync();
        await Sums(page, "Unapplied cash", "8990", "0");
        await page.Locator("#above-limit").WaitForAsync();
        await IsRefusedWhenMoreCameMeanwhile(page, hands);
        await page.Locator("#scope").SelectOptionAsync("cash");
        await page.Locator("#amount").FillAsync("15.00");
        await Sums(page, "Unapplied cash", "9000", "7500");
        await page.Locator("#above-limit").IsGone();
        await clerk.IsAccessible("transfer");
        await page.IsKept(() => page.Locator("#why").FillAsync("meant for the other house"));
        await IsTakenUpAgain(page, hands);
        await page.Locator("#send:enabled").DblClickAsync();
        await page.GetByText("Transferred: the other account has it.").WaitForAsync();
        Assert.Equal(1_500, (await hands.Cash("TRF2", Cancellation)).UnappliedMinor);

        // 15.00 and 5.01 are more than the 20.00 a clerk moves alone on one day.
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await page.Locator("#transfers tbody tr", new() { HasText = "Done" }).WaitForAsync();
        await To(page, "TRF2");
        await page.Locator("#scope").SelectOptionAsync("cash");
        await page.Locator("#amount").FillAsync("5.00");
        await Sums(page, "Unapplied cash", "7500", "7000");
        await page.Locator("#above-limit").IsGone();
        await page.Locator("#amount").FillAsync("5.01");
        await page.Locator("#above-limit").WaitForAsync();
        await page.Locator("#why").FillAsync("the rest");
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("it waits under Approvals").WaitForAsync();
        Assert.Equal(1_500, (await hands.Cash("TRF2", Cancellation)).UnappliedMinor);
    }

    [Fact]
    public async Task A_deposit_is_decided_asked_for_paid_and_goes_back_early_only_with_a_second_person()
    {
        var hands = market.Hands("hand-deposit");
        await hands.Open(["D1"], Cancellation);
        await using var clerk = await Window.As(
            world, "Billing clerk", hands.PageOf("D1") + "/deposits", market.Address);
        var page = clerk.Page;
        await page.Locator("#refused", new() { HasText = "has no rule" }).WaitForAsync(); // The entity has none.
        await page.Locator("#amount").FillAsync("200.00");
        await page.Locator("#effect data[value='20000']").WaitForAsync();
        await clerk.IsAccessible("deposits");
        await page.Locator("#why").FillAsync("no history");
        await page.Locator("#send:enabled").DblClickAsync();
        await Again(page);
        await page.Locator("#deposits tbody tr", new() { HasText = "Assessed" }).WaitForAsync();

        await Step(page, "request");
        await page.Locator("#items-after tbody tr data[value='20000']").WaitForAsync();
        await page.Locator("#send:enabled").ClickAsync();
        await Again(page);
        var deposit = Assert.Single((await hands.Deposits("D1", Cancellation)).Deposits);
        Assert.Equal(("requested", 20_000), (deposit.Status, deposit.AmountMinor));
        await hands.Receive("D1", 20_000, Cancellation);
        await page.ReloadAsync();
        await page.Locator("#deposits tbody tr", new() { HasText = "Held" }).WaitForAsync();

        await page.Locator("fieldset.ready:enabled").WaitForAsync();
        await Step(page, "apply");
        await page.Locator("#refused", new() { HasText = "overdue" }).WaitForAsync();
        await page.Locator("#step").SelectOptionAsync("release");
        await Sums(page, "Held of deposits", "20000", "0");
        await page.Locator("#above-limit").WaitForAsync();
        await page.Locator("#why").FillAsync("moves abroad");
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("it waits under Approvals").WaitForAsync();
        Assert.Equal(20_000, (await hands.Deposits("D1", Cancellation)).HeldMinor);
        await using var agent = await Window.As(
            world, "Service-desk agent", hands.PageOf("D1") + "/deposits", market.Address);
        await agent.Page.Locator("#deposits tbody tr").WaitForAsync();
        Assert.Equal(0, await agent.Page.Locator("#step").CountAsync());
    }

    // What was shown is sent, and not what came since; then it is shown anew, and all can be typed in again.
    private static async Task IsRefusedWhenMoreCameMeanwhile(IPage page, HandAccounts hands)
    {
        await page.Locator("#why").FillAsync("all of it");
        await page.Locator("#send:enabled").WaitForAsync();
        await hands.Receive("TRF1", 10, Cancellation);
        await page.Locator("#send").ClickAsync();
        await page.GetByText("The account moved meanwhile").WaitForAsync();
        await Sums(page, "Unapplied cash", "9000", "0");
        await page.Locator("fieldset.typed:enabled").WaitForAsync();
        await page.Locator("#send:enabled").WaitForAsync();
        Assert.Equal(0, (await hands.Cash("TRF2", Cancellation)).UnappliedMinor);
    }

    // A page that comes back says whose the other account is before anything can go there.
    private static async Task IsTakenUpAgain(IPage page, HandAccounts hands)
    {
        await page.ReloadAsync();
        await page.Locator("#send:enabled").WaitForAsync();
        Assert.Contains(hands.CustomerName, await page.Locator("#other").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("TRF2", await page.Locator("#to").InputValueAsync());
        await Sums(page, "Unapplied cash", "9000", "7500");
    }

    // A little of it, which only a second person lets go to somebody else.
    private static async Task AskForAnotherPayee(IPage page, HandAccounts hands)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await page.Locator("#source").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#amount").FillAsync("1.00");
        await Sums(page, "Set aside to go back", "1250", "1350");
        await page.Locator("#above-limit").IsGone();
        await page.Locator("#payee").FillAsync("AUNT-1");
        await page.Locator("#above-limit").WaitForAsync();
        await page.Locator("#why").FillAsync("her aunt paid");
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("it waits under Approvals").WaitForAsync();
        await page.Locator("#request-file").WaitForAsync();
        Assert.Single((await hands.Cash("HAND-R1", Cancellation)).Refunds);
    }

    // It was opened, and then came as many receipts: the pages of its timeline lose none.
    private static async Task IsReadInPages(IPage page, HandAccounts hands)
    {
        await page.GoTo(hands.PageOf("HAND-R2"));
        var lines = page.Locator("#timeline li");
        await page.GetByRole(AriaRole.Link, new() { Name = "Earlier events" }).WaitForAsync();
        Assert.Equal(TimelineLength, await lines.CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Earlier events" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest events" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Earlier events" }).IsGone();
        Assert.Equal(ReceiptCount + 1 - TimelineLength, await lines.CountAsync());
    }

    private async Task IsApprovedAndPaid(HandAccounts hands)
    {
        await using var window = await Window.As(
            world, "Supervisor", "/console/approvals?action=refund", market.Address);
        var page = window.Page;
        await page.Locator("tbody tr", new() { HasText = "HAND-R1" }).Locator("button:enabled").ClickAsync();
        await page.GetByText("not to the original payer").WaitForAsync();
        await page.Locator($"#limit-hit data[value='{HandAccounts.ClerkAloneMinor}']").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await page.GetByText("Approved and done.").WaitForAsync();
        await page.GoTo(hands.PageOf("HAND-R1") + "/refund");
        var row = page.Locator("#refunds tbody tr", new() { HasText = "AUNT-1" });
        await page.Locator("fieldset.ready:enabled").WaitForAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Paid out" }).ClickAsync();
        await page.Locator("#refund-note").FillAsync("bank file 7");
        await page.Locator("#refund-note").PressAsync("Enter");
        await row.GetByText("Paid", new() { Exact = true }).WaitForAsync();
        var own = page.Locator("#refunds tbody tr", new() { HasText = "whoever paid" });
        await own.GetByRole(AriaRole.Button, new() { Name = "Not paid" }).ClickAsync();
        await window.IsAccessible("refunds of an account");
        await page.Locator("#refund-why").FillAsync("the account is closed");
        await page.Locator("#refund-why").PressAsync("Enter");
        await own.GetByText("Rejected").WaitForAsync();
        var cash = await hands.Cash("HAND-R1", Cancellation);
        Assert.Equal(29_900, cash.UnappliedMinor);
        Assert.Equal(["paid", "rejected"], cash.Refunds.Select(refund => refund.State).Order());
    }

    private static async Task To(IPage page, string accountId)
    {
        await page.Locator("#to").FillAsync(accountId);
        await page.Locator("#to").PressAsync("Tab");
    }

    private static async Task Again(IPage page)
    {
        await page.Locator("p[role=status]", new() { HasText = "Done." }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
    }

    private static async Task Step(IPage page, string step)
    {
        await page.Locator("#step").SelectOptionAsync(step);
        await page.Locator("#deposit").SelectOptionAsync(new SelectOptionValue { Index = 1 });
    }

    // A sum before and after, read until it is so.
    private static Task Sums(IPage page, string name, string before, string after) =>
        page.Locator("#sums tr", new() { HasText = name })
            .Filter(new() { Has = page.Locator($"td:nth-child(2) data[value='{before}']") })
            .Filter(new() { Has = page.Locator($"td:nth-child(3) data[value='{after}']") }).WaitForAsync();
}
