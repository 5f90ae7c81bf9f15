using BillingActors.Console.Tests.World;

namespace BillingActors.Console.Tests;

/// <summary>Whoever works for one legal entity sees nothing of another, whatever address is typed.</summary>
public sealed class EntityScopeTests(ConsoleWorld world)
{
    private const string Person = "from-elsewhere";

    private static readonly string[] Roles =
        ["operator", "clerk", "agent", "collector", "supervisor", "controller", "auditor"];

    private static readonly string[] OfAccount =
    [
        "", "/ledger", "/payment", "/dispute", "/write-off", "/refund", "/transfer", "/deposits", "/recover",
        "/collection", "/meters", "/what-if", "/audit",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_of_an_account_or_an_invoice_of_another_entity_tells_anything()
    {
        var account = world.Market.Of(24);
        var invoice = await world.Market.LastInvoice(account, Cancellation);
        await using var window = await Window.Open(world);
        await window.LogInAs(Person, string.Join(' ', Roles), $"/console/accounts/demo/{account.AccountId}");
        var secrets = new List<string> { invoice, await window.Page.Locator("h1").InnerTextAsync() };
        await world.Market.AddEntity("elsewhere-of-scopes", Cancellation);
        await world.Market.GiveRights(Person, Roles, ["elsewhere-of-scopes"], Cancellation);
        await window.Page.GoTo($"/console/accounts/demo/{account.AccountId}");
        while (await window.Page.GetByText("There is no such account").CountAsync() == 0)
        {
            await Task.Delay(500, Cancellation); // Rights are read again after some seconds.
            await window.Page.GoTo($"/console/accounts/demo/{account.AccountId}");
        }

        string[] addresses =
        [
            .. OfAccount.Select(page => $"/console/accounts/demo/{account.AccountId}{page}"),
            .. ((string[])["", "/explain", "/credit"]).Select(page => $"/console/invoices/{invoice}{page}"),
            $"/console/search?q={account.AccountId}", "/console/limits/demo", "/console/ageing?entity=demo",
        ];
        foreach (var address in addresses)
        {
            await window.Page.GoTo(address);
            var text = await window.Page.Locator("main").InnerTextAsync();
            Assert.All(secrets, secret => Assert.False(
                text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{address} tells {secret}:\n{text}"));
        }
    }
}
