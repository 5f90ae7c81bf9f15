using System.Globalization;
using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>
/// A person who has never seen it, before the demo: every step is taken by what is written on the screen, and begins at
/// the first page.
/// </summary>
public sealed class StoryTests(ConsoleWorld world, DemoWorld demo) : IClassFixture<DemoWorld>
{
    [Fact]
    public async Task From_a_caller_to_a_credit_and_from_reads_to_invoices_with_nothing_but_the_screens()
    {
        var (name, phone) = await SomebodyWhoOwes();
        await FindByPhone(name, phone);
        await Approve();
        await PlanARun();
        await ApproveTheRun();
        await ReleaseTheRun();
    }

    // Who calls is up to the caller; for this story somebody who owes most, with the number on the account's page.
    private async Task<(string Name, string Phone)> SomebodyWhoOwes()
    {
        await using var clerk = await Begin("Billing clerk");
        var page = clerk.Page;
        await Go(page, "Accounts");
        await Button(page, "Balance").ClickAsync();
        await Button(page, "Balance").ClickAsync();
        await page.Locator("[aria-sort=descending]", new() { HasText = "Balance" }).WaitForAsync();
        await page.Locator(".list tbody a").First.ClickAsync();
        await Heading(page, "Contacts").WaitForAsync();
        var phone = await page.Locator("dt", new() { HasText = "Phone" }).Locator("xpath=following-sibling::dd[1]")
            .InnerTextAsync();
        return (await page.Locator("h1").InnerTextAsync(), phone);
    }

    // Finds the caller, explains the bill, takes a payment, opens a dispute and asks for its credit.
    private async Task FindByPhone(string name, string phone)
    {
        await using var clerk = await Begin("Billing clerk");
        var page = clerk.Page;
        var search = page.GetByRole(
            AriaRole.Searchbox, new() { Name = "Search customers, accounts, meters, invoices" });
        await search.FillAsync(phone);
        await search.PressAsync("Enter");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

        await Link(page, "Explain last bill").ClickAsync();
        await Heading(page, "Why this bill is what it is").WaitForAsync();
        await Heading(page, "To read aloud").WaitForAsync();
        Assert.NotEmpty(await page.Locator(".speech").InnerTextAsync());
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();

        await Link(page, "Post payment").ClickAsync();
        await page.GetByLabel("Amount in AUD").FillAsync("1.00");
        await Button(page, "Post payment").ClickAsync();
        await page.GetByText("Posted:").WaitForAsync();
        await Link(page, "Back to the account").ClickAsync();

        await Link(page, "Open dispute").ClickAsync();
        await page.GetByLabel("In the customer's words").FillAsync("Nobody lived there in that month");
        await Button(page, "Open dispute").ClickAsync();
        await Heading(page, "Decide").WaitForAsync();
        var disputed = await page.Locator(".figure", new() { HasText = "Disputed" }).Locator("data")
            .GetAttributeAsync("value");
        await page.GetByLabel("Credit in AUD").FillAsync(Amount(disputed!));
        await page.GetByLabel("Reason").FillAsync("The read was wrong");
        await Button(page, "Decide").ClickAsync();
        await Heading(page, "A credit waits for a second person").WaitForAsync();
        await page.GetByText("Somebody with the right to approve decides this.").WaitForAsync();
    }

    private async Task Approve()
    {
        await using var supervisor = await Begin("Supervisor");
        var page = supervisor.Page;
        await Go(page, "Approvals");
        await page.GetByRole(AriaRole.Row, new() { Name = "The read was wrong" }).GetByRole(AriaRole.Button)
            .ClickAsync();
        await page.GetByText("Balance after").WaitForAsync();
        await Button(page, "Approve").ClickAsync();
        await page.GetByText("Approved and done.").WaitForAsync();
    }

    private async Task PlanARun()
    {
        await using var office = await Begin("Billing operator");
        var page = office.Page;
        await Go(page, "Bill runs");
        await Link(page, "Plan a run").ClickAsync();
        await Button(page, "Calculate").ClickAsync();
        await Heading(page, "Stage").WaitForAsync();
        await IsAt(page, "Reconciled");
        await Heading(page, "Bills to look at").WaitForAsync();
        await page.GetByText("No account is held", new() { Exact = true }).WaitForAsync();
        Assert.NotEqual(0, await page.GetByText("By chance").CountAsync());
        await Button(page, "Release").IsGone();
    }

    private async Task ApproveTheRun()
    {
        await using var supervisor = await Begin("Supervisor");
        var page = await NewestRun(supervisor);
        await page.GetByText("Counts and sums agree").WaitForAsync();
        await Button(page, "Approve").ClickAsync();
        await IsAt(page, "Approved");
    }

    private async Task ReleaseTheRun()
    {
        await using var office = await Begin("Billing operator");
        var page = await NewestRun(office);
        await Button(page, "Release").ClickAsync();
        await IsAt(page, "Closed");
        await page.GetByText("Released: 40 invoices are out").WaitForAsync();
    }

    private static async Task<IPage> NewestRun(Window window)
    {
        await Go(window.Page, "Bill runs");
        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First
            .ClickAsync();
        await Heading(window.Page, "Stage").WaitForAsync();
        return window.Page;
    }

    private Task<Window> Begin(string person) => Window.As(world, person, origin: demo.Address);

    private static Task IsAt(IPage page, string stage) =>
        page.Locator("[aria-current=step]", new() { HasText = stage }).WaitForAsync();

    private static async Task Go(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = name }).WaitForAsync();
    }

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Main)
        .GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Main)
        .GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Main)
        .GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    private static string Amount(string minor) =>
        (long.Parse(minor, CultureInfo.InvariantCulture) / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
