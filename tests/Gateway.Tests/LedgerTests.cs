using System.Net;

namespace BillingActors.Gateway.Tests;

public sealed class LedgerTests
{
    private const string Ledger = "/v1/ledger/north";
    private const string Statements = "/v1/accounts/north/a1/statements";

    [Theory]
    [InlineData(Ledger + "/trial-balance?from=2026-01-01&until=2026-02-01", "\"isInChart\":true")]
    [InlineData(Ledger + "/trial-balance/csv?from=2026-01-01&until=2026-02-01",
        "1200,\"Trade \"\"receivables\"\"\",asset,receivables,AUD,0.00,1.10,0.00,1.10\n")]
    [InlineData(Ledger + "/ageing?asOf=2026-01-31", "\"isTied\":true")]
    [InlineData(Ledger + "/ageing/csv?asOf=2026-01-31&basis=document-date", ",0.10,1.00,2026-01-31,document-date\n")]
    [InlineData(
        Ledger + "/journal?from=2026-01-01&until=2026-02-01&format=beancount", "journal of north for Beancount")]
    [InlineData(Ledger + "/chart?on=2026-01-31", "\"role\":\"unapplied-cash\"")]
    [InlineData(Statements + "/open-items?asOf=2026-01-31", "\"version\":2")]
    [InlineData(Statements + "/balance-forward?from=2026-01-01&until=2026-02-01", "\"through\":\"2026-01-31\"")]
    public async Task A_controller_reads(string path, string text)
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.As("controller").Send("GET", path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(Http.Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ledger + "/trial-balance?from=2026-02-01&until=2026-02-01", HttpStatusCode.BadRequest)]
    [InlineData(Ledger + "/ageing?asOf=2026-01-31&basis=mood", HttpStatusCode.BadRequest)]
    [InlineData(Ledger + "/journal?from=2026-01-01&until=2026-02-01&format=pdf", HttpStatusCode.BadRequest)]
    [InlineData("/v1/ledger/nowhere/periods", HttpStatusCode.NotFound)]
    [InlineData("/v1/ledger/nowhere/ageing?asOf=2026-01-31", HttpStatusCode.NotFound)]
    [InlineData(Statements + "/open-items?asOf=2026-01-31&version=3", HttpStatusCode.NotFound)]
    [InlineData("/v1/accounts/nowhere/a1/statements/open-items?asOf=2026-01-31", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_refused(string path, HttpStatusCode status)
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.As("controller").Send("GET", path);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Books_of_other_legal_entities_are_as_good_as_none()
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.As("controller", "pat", "south").Send("GET", Ledger + "/periods");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/open-items/page?asOf=2026-01-31&version=1", "By age from the due date")]
    [InlineData("/balance-forward/page?from=2026-01-01&until=2026-02-01&version=1", "Closing balance")]
    public async Task A_page_is_the_same_bytes_every_time_and_encodes_what_it_shows(string path, string text)
    {
        await using var host = await GatewayHost.Start();
        var first = await host.As("agent").GetStringAsync(Statements + path, Http.Cancellation);
        Assert.Equal(first, await host.As("clerk").GetStringAsync(Statements + path, Http.Cancellation));
        Assert.Contains(text, first, StringComparison.Ordinal);
        Assert.Contains("INV-&lt;1&gt;", first, StringComparison.Ordinal);
        Assert.Contains("Account version 1", first, StringComparison.Ordinal);
    }
}
