using System.Text;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>A file of payments is matched, looked at and posted; what nobody knows finds its account.</summary>
public sealed class CashTests(ConsoleWorld world)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_imports_payments_and_moves_the_one_nobody_knew()
    {
        var item = await world.Market.OpenItem(14, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import");
        var page = window.Page;
        string[] rows =
        [
            $"demo,{world.Market.Of(13).AccountId},bank,1,wire,700,AUD,2025-03-31,",
            $"demo,,bank,2,wire,{item.OpenMinor},AUD,2025-03-31,{item.Number}",
            "demo,,bank,3,wire,333,AUD,2025-03-31,rent for the garden",
        ];
        await Choose(page, "payments.csv", rows);
        await page.Locator("#certain", new() { HasText = "1" }).WaitForAsync();
        Assert.Equal("1", await page.Locator("#likely").InnerTextAsync());
        Assert.Equal("1", await page.Locator("#without").InnerTextAsync());
        Assert.Equal(
            world.Market.Of(14).AccountId, await page.GetByLabel("Account of line 3").InputValueAsync());
        await window.IsAccessible("payments that were matched");
        await window.Picture("import-payments-light");
        Assert.Empty((await world.Market.Cash(13, Cancellation)).Receipts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Post 3 payments" }).ClickAsync();
        await page.GetByText("Posted: 3 payments.").WaitForAsync();

        await page.GoTo("/console/payments/import");
        await Choose(page, "again.csv", rows);
        await page.GetByText("its hash is known").WaitForAsync();
        Assert.Equal(0, await page.Locator("#payments").CountAsync());

        await page.GoTo("/console/unidentified");
        await page.Locator(".list tbody tr", new() { HasText = "3.33" }).Locator(".link").First.ClickAsync();
        await page.Locator("#move-reason").FillAsync("Told us on the phone");
        await page.Locator("#payer").FillAsync(world.Market.Of(15).AccountId);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).Last.ClickAsync();
        await window.IsAccessible("cash nobody knows");
        await page.Locator(".proposal", new() { HasText = world.Market.Of(15).AccountId })
            .GetByRole(AriaRole.Button, new() { Name = "Move here" }).ClickAsync();
        await page.GetByText($"Moved to {world.Market.Of(15).AccountId}.").WaitForAsync();
        Assert.Equal(700, Assert.Single((await world.Market.Cash(13, Cancellation)).Receipts).AmountMinor);
        Assert.Equal(
            item.OpenMinor, Assert.Single((await world.Market.Cash(14, Cancellation)).Receipts).AmountMinor);
        Assert.Equal(333, Assert.Single((await world.Market.Cash(15, Cancellation)).Receipts).AmountMinor);
    }

    [Fact]
    public async Task A_payment_is_spread_over_what_is_open_and_shown_before_it_is_posted()
    {
        await using var window = await Window.As(
            world, "Billing clerk", $"/console/accounts/demo/{world.Market.Of(0).AccountId}/payment");
        var page = window.Page;
        await page.Locator("#amount").FillAsync("10.01");
        // Named, so that what is billed meanwhile is not among them.
        foreach (var choice in await page.Locator(".choices input[type=checkbox]").AllAsync())
            await choice.CheckAsync();
        await page.Locator("#allocation").SelectOptionAsync("pro-rata");
        await page.GetByText("Chosen by: Pro rata").WaitForAsync();
        var open = (await Minors(page, ".choices data")).Order().ToArray();
        await page.Locator(".framed tbody tr").Nth(open.Length - 1).WaitForAsync();
        var shown = (await Minors(page, ".framed tbody data")).Order().ToArray();
        Assert.True(open.Length >= 2);
        Assert.Equal(1001, shown.Sum());
        Assert.All(
            open.Zip(shown), pair => Assert.InRange(pair.Second - (1001m * pair.First / open.Sum()), -1m, 1m));
        await window.IsAccessible("a payment that is spread");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post payment" }).ClickAsync();
        await page.GetByText("Posted:").WaitForAsync();
        var receipt = Assert.Single((await world.Market.Cash(0, Cancellation)).Receipts);
        Assert.Equal(
            shown,
            receipt.Applications.SelectMany(one => one.Shares).Select(share => share.AmountMinor).Order());
    }

    private static async Task<long[]> Minors(IPage page, string selector) =>
        await page.Locator(selector).EvaluateAllAsync<long[]>("all => all.map(one => +one.value)");

    [Fact]
    public async Task What_the_payer_names_is_paid_first_and_the_ledger_opens_to_the_entry()
    {
        var path = $"/console/accounts/demo/{world.Market.Of(18).AccountId}";
        var item = await world.Market.OpenItem(18, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", path + "/payment");
        var page = window.Page;
        await page.Locator("#amount").FillAsync("1.00");
        await page.Locator("#reference").FillAsync("for " + item.Number);
        await page.Keyboard.PressAsync("Tab");
        await page.Locator(".framed tbody tr", new() { HasText = item.Number }).WaitForAsync();
        Assert.Equal(1, await page.Locator(".framed tbody tr").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Post payment" }).ClickAsync();
        await page.GetByText("Posted:").WaitForAsync();

        await page.GoTo(path + "/ledger");
        await page.Locator(".grid tbody a[aria-expanded]").First.ClickAsync();
        await page.Locator(".entry table").WaitForAsync();
        await window.IsAccessible("a movement with its entry");
        var sums = await page.Locator(".entry tbody tr").EvaluateAllAsync<long[]>(
            "rows => [3, 4].map(i => rows.map(r => +(r.cells[i].querySelector('data')?.value ?? 0))"
            + ".reduce((a, b) => a + b, 0))");
        Assert.Equal([100, 100], sums);

        await page.GoTo(path + "/ledger");
        var (all, what) = (await Kinds(page), page.Locator("select[name=what]"));
        Assert.True(all.Distinct(StringComparer.Ordinal).Count() > 1);
        await what.SelectOptionAsync(new SelectOptionValue { Label = all[0] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByText("each with the balance after it").WaitForAsync();
        Assert.Equal(all.Where(one => one == all[0]), await Kinds(page));
        await window.IsAccessible("a ledger of one kind");
    }

    private static Task<string[]> Kinds(IPage page) => page.Locator(".grid tbody a[aria-expanded]")
        .EvaluateAllAsync<string[]>("all => all.map(one => one.innerText)");

    [Fact]
    public async Task A_file_with_faults_is_not_taken_and_says_where()
    {
        await using var window = await Window.As(world, "Billing clerk", "/console/payments/import");
        await Choose(window.Page, "broken.csv", "demo,A1,bank,1,wire,7.50,AUD,2025-03-31,");
        await window.Page.GetByText("Line 2, amount_minor").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator("#payments").CountAsync());
    }

    [Fact]
    public async Task A_payment_posted_by_mistake_is_taken_back_and_is_owed_again()
    {
        var account = $"/console/accounts/demo/{world.Market.Of(29).AccountId}";
        var owed = await world.Market.OpenItem(29, Cancellation);
        await using var window = await Window.As(world, "Billing clerk", account + "/payment");
        var page = window.Page;
        await page.GetByLabel("Amount in AUD").FillAsync("8.80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post payment" }).ClickAsync();
        await page.GetByText("Posted:").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        var reverse = page.GetByRole(AriaRole.Button, new() { Name = "Reverse this payment" });
        Assert.True(await reverse.IsDisabledAsync());
        await page.GetByLabel("What went wrong").SelectOptionAsync("wrong-account");
        await page.GetByLabel("Why it is taken back").FillAsync("It was for the neighbour");
        await window.IsAccessible("payment to take back");
        await reverse.ClickAsync();
        await page.GetByText("Taken back: it is owed again.").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).IsGone();
        var receipt = Assert.Single((await world.Market.Cash(29, Cancellation)).Receipts);
        Assert.Equal(("reversed", "wrong-account"), (receipt.State, receipt.ReasonCode));
        Assert.Equal(owed, await world.Market.OpenItem(29, Cancellation));
    }

    private static Task Choose(IPage page, string name, params string[] rows)
    {
        string[] lines =
            ["entity,account,source,payment_id,method,amount_minor,currency,value_on,reference", .. rows];
        return page.Locator("#file:not(:disabled)").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)),
        });
    }
}
