using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>What is given up: chosen item by item, with its effect before, and what the account says first.</summary>
public sealed class WriteOffTests(ConsoleWorld world)
{
    // Of nobody else: what is asked for there may be more than what is left of it.
    private const int Index = 33;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_are_given_up_with_their_effect_before_and_above_the_own_limit_it_waits()
    {
        var item = await world.Market.OpenItem(Index, Cancellation);
        var before = await world.Market.Balance(Index, Cancellation);
        var account = "/console/accounts/demo/" + world.Market.Of(Index).AccountId;
        await using (var clerk = await Window.As(world, "Billing clerk", account))
        {
            var page = clerk.Page;
            await page.GetByText("Next bill, of cycle").WaitForAsync();
            await page.Locator(".figures").WaitForAsync();
            await page.Keyboard.PressAsync("w");
            await page.ArrivesAt("**/write-off");
            await page.GetByText("Choose what is given up.").WaitForAsync();
            await page.GetByLabel("Give up " + item.Number).CheckAsync();
            await page.Locator("#above-limit").WaitForAsync();
            Assert.Equal(Text(before - item.OpenMinor), await page.Locator("#balance-after data")
                .GetAttributeAsync("value"));
            await clerk.IsAccessible("write off");
            Assert.True(await page.Locator("#send").IsDisabledAsync());
            await page.Locator("#why").FillAsync("moved abroad");
            await page.Locator("#send:enabled").ClickAsync();
            await page.GetByText("it waits for a second person").WaitForAsync();
            Assert.Equal(before, await world.Market.Balance(Index, Cancellation));
        }
        await using var supervisor = await Window.As(world, "Supervisor", account + "/write-off");
        var form = supervisor.Page;
        await form.GetByLabel("Give up " + item.Number).CheckAsync();
        await form.Locator("#why").FillAsync("moved abroad, no address");
        await form.GetByText("also if the page goes").WaitForAsync();
        await form.ReloadAsync();
        await Assertions.Expect(form.GetByLabel("Give up " + item.Number)).ToBeCheckedAsync();
        await form.Locator("#send:enabled").ClickAsync();
        await form.GetByText("Written off.").WaitForAsync();
        Assert.Equal(before - item.OpenMinor, await world.Market.Balance(Index, Cancellation));

        await form.GoTo(account + "/recover");
        await form.Locator("#write-off:enabled").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator($"#effect data[value='{Text(item.OpenMinor)}']").WaitForAsync();
        await form.Locator("#items-after tbody tr", new() { HasText = item.Number }).WaitForAsync();
        await supervisor.IsAccessible("recover");
        await form.Locator("#amount").FillAsync("1.00");
        await form.Locator($"#balance-after data[value='{Text(before - item.OpenMinor + 100)}']").WaitForAsync();
        await form.Locator("#why").FillAsync("he is back");
        await form.Locator("#send:enabled").DblClickAsync();
        await form.GetByText("It stands again").WaitForAsync();
        Assert.Equal(before - item.OpenMinor + 100, await world.Market.Balance(Index, Cancellation));

        await world.Market.Block(Index, "hardship", Cancellation);
        await form.GoTo(account);
        await form.Locator("#alerts", new() { HasText = "Hardship: nothing is collected" }).WaitForAsync();
        await supervisor.IsAccessible("an account with alerts");
    }

    private static string Text(long minor) => minor.ToString(CultureInfo.InvariantCulture);
}
