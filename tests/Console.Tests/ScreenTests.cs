using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Every screen, in both themes: accessible, quiet, from one origin, and deaf to hostile names.</summary>
public sealed class ScreenTests(ConsoleWorld world)
{
    private string Account => $"/console/accounts/demo/{world.Market.Hostile.AccountId}";

    [Fact]
    public async Task Every_screen_is_accessible()
    {
        await using var window = await Window.Open(world);
        await window.Page.GotoAsync("/console/login");
        await window.IsAccessible("log in");
        await window.LogIn("Supervisor");
        foreach (var screen in await Screens())
            await IsAccessible(window, screen);
        Assert.DoesNotContain("owned", await window.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Supervisor", "home", "search", "account", "ledger", "invoice", "explain", "what-if", "disputes",
        "dispute", "payment", "import payments", "ageing", "runs", "refused", "approvals", "tariff")]
    [InlineData("Administrator", "audit", "people", "keys", "webhooks")]
    public async Task Screens_are_accessible_from_right_to_left(string person, params string[] names)
    {
        await using var window = await Window.As(world, person);
        await window.Page.Context.AddCookiesAsync(
            [new Cookie { Name = "billing-look", Value = "ar.system", Url = world.Market.Address.ToString() }]);
        (string Name, string Path, string Ready)[] screens =
        [
            .. await Screens(), ("audit", "/console/audit", "main table"), ("people", "/console/people", "main table"),
            ("keys", "/console/keys", "h1"), ("webhooks", "/console/webhooks", "h1"),
        ];
        foreach (var name in names)
        {
            var screen = screens.Single(one => one.Name == name);
            await window.Page.GoTo(screen.Path);
            await window.Page.Locator(screen.Ready).First.WaitForAsync();
            await window.IsAccessibleFromRightToLeft(name + " in ar");
            Assert.Equal("rtl", await window.Page.Locator("html").GetAttributeAsync("dir"));
        }
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        await using var window = await Window.As(world, "Supervisor", Account);
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = BilledMarket.HostileName }).WaitForAsync();
        await window.Page.GoTo("/console/accounts");
        await window.Page.Keyboard.PressAsync("/");
        await window.Page.Locator("#palette-text").FillAsync(world.Market.Hostile.AccountId);
        await window.Page.Locator("#palette-list [role=option]", new() { HasText = BilledMarket.HostileName })
            .First.WaitForAsync();
        Assert.Equal(0, await window.Page.Locator("img").CountAsync());
        Assert.DoesNotContain("owned", await window.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_chooses_how_numbers_days_and_colours_look()
    {
        await using var window = await Window.As(world, "Billing clerk", Account);
        var page = window.Page;
        await Choose(page, "de-DE", "dark");
        Assert.Equal("dark", await page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.Matches(@"\d,\d\d.AUD", await page.Locator(".figure .money").First.InnerTextAsync());
        await Choose(page, "ar", "light");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await page.GoTo(Account + "/payment"); // An interactive page knows it, too.
        await page.Locator("#amount").FillAsync("5");
        await page.Locator("#owed-after").WaitForAsync();
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
    }

    private static async Task Choose(IPage page, string locale, string theme)
    {
        await page.Locator("details.menu summary").ClickAsync();
        await page.Locator("select[name=Locale]").SelectOptionAsync(locale);
        await page.Locator("select[name=Theme]").SelectOptionAsync(theme);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await page.Locator($"html[data-theme={theme}]").WaitForAsync();
    }

    private static async Task IsAccessible(Window window, (string Name, string Path, string Ready) screen)
    {
        await window.Page.GoTo(screen.Path);
        await window.Page.Locator(screen.Ready).First.WaitForAsync();
        await window.IsAccessible(screen.Name);
        // Whoever comes to an end is told how to go on.
        if (screen.Ready == ".empty")
            Assert.NotEqual("", await window.Page.Locator(".empty .empty-title ~ p").First.InnerTextAsync());
    }

    private async Task<(string Name, string Path, string Ready)[]> Screens()
    {
        var invoice = await world.Market.LastInvoice(world.Market.Hostile, TestContext.Current.CancellationToken);
        return
        [
            ("home", "/console", ".kpis"),
            ("search", "/console/search?q=a", "h1"),
            ("accounts", "/console/accounts", ".list tbody a"),
            ("invoices", "/console/invoices", ".list tbody a"),
            ("calendar", "/console/runs/calendar", "#calendar"),
            ("ageing", "/console/ageing", ".heat"),
            ("exceptions", "/console/exceptions", ".list .empty-title, .list tbody .link"),
            ("refused", "/console/exceptions?kind=import-record", ".list tbody .link"),
            ("collections", "/console/collections", ".list .list-count:not(:empty)"),
            ("collection", Account + "/collection", "#promise-amount"),
            ("unidentified", "/console/unidentified", ".list .list-count:not(:empty)"),
            ("import payments", "/console/payments/import", "#file"),
            ("account", Account, ".figures"),
            ("ledger", Account + "/ledger", ".figures"),
            ("meters", Account + "/meters", ".chart"),
            ("payments", "/console/payments?q=A00000", "h1"),
            ("payment", Account + "/payment", "#amount"),
            ("dispute", Account + "/dispute", "#reason"),
            ("write off", Account + "/write-off", "#items"),
            ("credit", $"/console/invoices/{invoice}/credit?line=1", "#credit-lines"),
            ("invoice", "/console/invoices/" + invoice, ".grid"),
            ("explain", $"/console/invoices/{invoice}/explain", ".chart"),
            ("disputes", "/console/disputes", "h1"),
            ("approvals", "/console/approvals", ".empty-title, .columns"),
            ("runs", "/console/runs", ".grid"),
            ("plan", "/console/runs/plan", "#until"),
            ("tariffs", "/console/tariffs", ".grid"),
            ("tariff", "/console/tariffs/demo-flat", ".tariff"),
            ("imports", "/console/imports", ".grid"),
            ("exports", "/console/exports", ".empty"),
            ("what-if", Account + "/what-if", "#tariff"),
            ("no-tariff", "/console/tariffs/nothing", ".empty"),
            ("no-import", "/console/imports/nothing", ".empty"),
            ("no-invoice", "/console/invoices/nothing", ".empty"),
            ("no-bill", "/console/invoices/nothing/explain", ".empty"),
            ("no-dispute", Account + "/disputes/nothing", ".empty"),
            ("no-transfer", "/console/accounts/demo/nobody/transfer", ".empty"),
            ("no-payment", "/console/accounts/demo/nobody/payment", ".empty"),
            ("no-dispute-here", "/console/accounts/demo/nobody/dispute", ".empty"),
            ("no-collection", "/console/accounts/demo/nobody/collection", ".empty"),
            ("no-meters", "/console/accounts/demo/nobody/meters", ".empty"),
            ("key-figures", "/console/receivables", ".chart"),
            ("past-due", "/console/receivables/past-due?entity=demo&currency=AUD", ".grid"),
            ("unapplied", "/console/unapplied", ".list .list-count:not(:empty)"),
            ("nothing", "/console/accounts/demo/nobody", ".empty"),
            ("denied", "/console/denied", ".empty"),
        ];
    }
}
