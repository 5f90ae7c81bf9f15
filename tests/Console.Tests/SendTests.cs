using BillingActors.Console.Tests.World;
using Microsoft.Playwright;
using MimeKit;

namespace BillingActors.Console.Tests;

/// <summary>An invoice is sent again with nothing but the screen of the invoice.</summary>
public sealed class SendTests(ConsoleWorld world)
{
    /// <summary>Whose invoice it is: an account that no other test changes; sending changes nothing in it.</summary>
    private const int Reader = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_sends_an_invoice_again_by_keyboard_and_to_another_address_only_with_a_reason()
    {
        var (item, customer) = (await world.Market.OpenItem(Reader, Cancellation), world.Market.Of(Reader));
        await using var window = await Window.As(world, "Service-desk agent", "/console/invoices/" + item.Id);
        var page = window.Page;
        var to = page.Locator("#send-to");
        await page.GetByText("It was not sent by e-mail yet.").WaitForAsync();
        await page.Locator("fieldset.ready:not([disabled]) #send-to").WaitForAsync();
        Assert.Equal(customer.Email, await to.InputValueAsync());

        await to.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText($"On its way to {customer.Email}.").WaitForAsync();
        await Until(page, page.Locator("#deliveries tbody tr", new() { HasText = "Sent" }));
        await window.IsAccessible("an invoice that was sent");

        await to.FillAsync("carer@example.org");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Her daughter looks after the bills");
        Assert.Equal("Her daughter looks after the bills", await page.Locator("#send-why").InputValueAsync());
        await window.IsAccessible("an invoice that goes to another address");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.GetByText("On its way to carer@example.org.").WaitForAsync();
        await page.Locator("#deliveries tbody tr", new() { HasText = "another address: Her daughter" }).WaitForAsync();
        Assert.Equal(2, await page.Locator("#deliveries tbody tr").CountAsync());
        Assert.Equal(customer.Email, await to.InputValueAsync());

        using var message = await Message("carer@example.org");
        Assert.Contains(item.Number, message.Subject, StringComparison.Ordinal);
        Assert.Contains(customer.Name, message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_send_sees_only_what_was_sent()
    {
        var item = await world.Market.OpenItem(Reader, Cancellation);
        await using var window = await Window.As(world, "Billing operator", "/console/invoices/" + item.Id);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).WaitForAsync();
        Assert.Equal(0, await window.Page.Locator("#send-to").CountAsync());
    }

    // It leaves in the background: people look again until they see it.
    private static async Task Until(IPage page, ILocator wanted)
    {
        for (var attempt = 0; attempt < 50 && await wanted.CountAsync() == 0; attempt++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
        await wanted.First.WaitForAsync();
    }

    private async Task<MimeMessage> Message(string to)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            foreach (var file in Directory.EnumerateFiles(world.Market.MailFolder, "*.eml"))
            {
                var message = await MimeMessage.LoadAsync(file, Cancellation);
                if (message.To.Mailboxes.Any(one => one.Address == to))
                    return message;
                message.Dispose();
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
        throw new InvalidOperationException($"Nothing was sent to {to}.");
    }
}
