using System.Text;
using BillingActors.Console.Tests.World;
using BillingActors.Grains.Interfaces.Accounts;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests;

/// <summary>A document is put to a dispute, is there for others, and for nobody else.</summary>
public sealed class EvidenceTests(ConsoleWorld world)
{
    [Fact]
    public async Task A_document_is_added_to_a_dispute_given_back_byte_for_byte_and_seen_by_who_approves()
    {
        var account = "/console/accounts/demo/" + world.Market.Of(19).AccountId;
        byte[] content = [.. "%PDF-1.4 the house stood empty"u8];
        string path;
        await using (var agent = await Window.As(world, "Service-desk agent", account + "/dispute"))
        {
            var page = agent.Page;
            await page.Locator("textarea").FillAsync("The house stood empty");
            await page.GetByRole(AriaRole.Button, new() { Name = "Open dispute" }).ClickAsync();
            await page.GetByText("No document belongs to this dispute yet.").WaitForAsync();
            await page.IsReady();
            path = new Uri(page.Url).AbsolutePath;
            await Choose(page, "page.pdf", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
            await page.GetByText("It was not taken").WaitForAsync();
            await page.Locator("#evidence-kind").SelectOptionAsync("letter");
            await Choose(page, "<b>letter.pdf", content);
            await page.GetByText("Added: <b>letter.pdf.").WaitForAsync();
            await page.Locator("#evidence tbody tr", new() { HasText = "<b>letter.pdf" }).WaitForAsync();
            await agent.IsAccessible("a dispute with evidence");
        }
        await using var clerk = await Window.As(world, "Billing clerk", path);
        var link = clerk.Page.Locator("#evidence tbody a");
        await link.WaitForAsync();
        var address = (await link.GetAttributeAsync("href"))!;
        var answer = await clerk.Page.APIRequest.GetAsync(address);
        Assert.Equal(content, await answer.BodyAsync());
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.Page.APIRequest.GetAsync(address + "0")).Status);

        await AskForCredit(clerk.Page);
        await IsSeenByWhoApproves(address);

        await using var stranger = await Window.Open(world);
        await stranger.LogInAs("no-disputes", "operator", "/console");
        var refused = await stranger.Page.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
        Assert.NotEqual(200, refused.Status);
    }

    [Fact]
    public async Task A_maker_shows_documents_with_a_request_and_who_decides_opens_them_in_the_inbox()
    {
        byte[] quote = [.. "%PDF-1.4 what the plumber wants"u8];
        var (index, item) = await OwesMuch();
        await using var clerk = await Window.As(world, "Billing clerk", $"/console/invoices/{item.Id}/credit");
        var page = clerk.Page;
        await page.Locator("#way").SelectOptionAsync("goodwill");
        await page.Locator("#amount").FillAsync("50.02");
        await page.Locator("#why").FillAsync("the pipe leaked");
        await page.Locator("#send:enabled").ClickAsync();
        await page.GetByText("it waits for a second person").WaitForAsync();
        await Choose(page, "page.pdf", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "#request-file");
        await page.GetByText("The document is not taken.").WaitForAsync();
        await Choose(page, "<i>quote.pdf", quote, "#request-file");
        await page.GetByText("Added: <i>quote.pdf.").WaitForAsync();
        await clerk.IsAccessible("a request with a document of its maker");

        await using var window = await Window.As(world, "Supervisor", "/console/approvals?action=adjust");
        await window.Page.Locator("tbody tr", new() { HasText = world.Market.Of(index).AccountId })
            .Locator("button:enabled").ClickAsync();
        var link = window.Page.Locator("#request-documents a");
        await link.WaitForAsync();
        Assert.Equal("<i>quote.pdf", await link.InnerTextAsync());
        Assert.Equal(0, await window.Page.Locator("#request-file").CountAsync()); // Who decides adds nothing.
        await window.IsAccessible("a request with a document in the inbox");
        var address = (await link.GetAttributeAsync("href"))!;
        var answer = await window.Page.APIRequest.GetAsync(address);
        Assert.Equal(quote, await answer.BodyAsync());
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal(404, (await window.Page.APIRequest.GetAsync(address + "0")).Status);

        await using var stranger = await Window.As(world, "Service-desk agent");
        var refused = await stranger.Page.APIRequest.GetAsync(address, new() { MaxRedirects = 0 });
        Assert.NotEqual(200, refused.Status);
    }

    // Somebody who owes more than a clerk may give up alone, and whom no other test asks anything for.
    private async Task<(int Index, OpenItemView Item)> OwesMuch()
    {
        foreach (var index in (int[])[11, 14, 27, 29, 6])
        {
            var item = await world.Market.OpenItem(index, TestContext.Current.CancellationToken);
            if (item.OpenMinor > 5_002)
                return (index, item);
        }
        throw new InvalidOperationException("Nobody owes enough.");
    }

    private static Task Choose(
        IPage page, string name, byte[] content, string where = "#evidence-file") => page.Locator(where)
        .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });

    private static async Task AskForCredit(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "In review" }).ClickAsync();
        await page.GetByText("Done.", new() { Exact = true }).WaitForAsync();
        await page.Locator("#credit").FillAsync("50.01");
        await page.Locator("#cause").SelectOptionAsync("meter");
        await page.Locator("textarea").FillAsync("The read was wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await page.GetByText("A credit waits for a second person").WaitForAsync();
    }

    private async Task IsSeenByWhoApproves(string address)
    {
        await using var window = await Window.As(world, "Supervisor", "/console/approvals?action=dispute-credit");
        var page = window.Page;
        await page.Locator("tbody tr", new() { HasText = world.Market.Of(19).AccountId })
            .Locator("button:enabled").ClickAsync();
        var link = page.Locator("#attachments a");
        await link.WaitForAsync();
        Assert.Equal((address, "<b>letter.pdf"), (await link.GetAttributeAsync("href"), await link.InnerTextAsync()));
        Assert.Contains("This is more.", await page.Locator("#limit-hit").InnerTextAsync(), StringComparison.Ordinal);
        await window.IsAccessible("a request with a document");
    }
}
