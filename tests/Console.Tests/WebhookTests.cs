using BillingActors.Console.Tests.World;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>Endpoints outside, with nothing but the screens.</summary>
public sealed class WebhookTests(ConsoleWorld world)
{
    // Nobody listens at the port of "discard", so that calls fail at once.
    private const string Nowhere = "http://127.0.0.1:9/in";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_makes_an_endpoint_sees_what_fails_sends_it_again_and_disables_it()
    {
        await using var window = await Window.As(world, "Administrator", "/console/webhooks");
        var page = window.Page;
        await page.Locator("#entity").FillAsync("demo");
        await page.Locator("#url").FillAsync("http://169.254.169.254/latest");
        await page.Locator("#description").FillAsync("CRM of tests");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "payment.received" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make endpoint" }).ClickAsync();
        await page.Locator(".notice-title", new() { HasText = "cannot be called" }).WaitForAsync();
        await page.Locator("#url").FillAsync(Nowhere);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make endpoint" }).ClickAsync();
        var secret = await page.Locator("#secret").InnerTextAsync();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        await window.IsAccessible("webhooks");
        await world.Market.Pay(BilledMarket.NotDecided, 123, Cancellation);

        await page.GetByRole(AriaRole.Link, new() { Name = "Open the endpoint" }).ClickAsync();
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Look again" });
        var row = page.Locator("tbody tr", new() { HasText = "payment.received" });
        await Until(again, row.First.GetByText("unreachable"));
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);
        await row.First.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("To be sent again: 1 delivery.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make another secret" }).ClickAsync();
        Assert.NotEqual(secret, await page.Locator("#secret").InnerTextAsync());
        await page.GetByText("The old secret signs as well until").WaitForAsync();
        await page.Locator("#enabled").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();
        await page.Locator(".lead", new() { HasText = "Disabled" }).WaitForAsync();
        await window.IsAccessible("webhook");

        await page.GoTo("/console/audit?action=webhook-secret-changed");
        await page.Locator("tbody tr", new() { HasText = "Webhook secret changed" }).First.WaitForAsync();
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        await using var window = await Window.As(world, "Supervisor", "/console/webhooks");
        await window.Page.Locator(".empty").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator("#url").CountAsync());
    }

    // The call is made in the background: people look again until they see it.
    private static async Task Until(ILocator button, ILocator wanted)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await button.ClickAsync();
            if (await wanted.CountAsync() > 0)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
        await wanted.First.WaitForAsync();
    }
}
