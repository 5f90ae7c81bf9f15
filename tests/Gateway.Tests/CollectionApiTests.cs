using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests;

/// <summary>Disputes and collection through the front door: legal entities, reasons, letters to print.</summary>
public sealed class CollectionApiTests
{
    private const string Account = "/v1/accounts/north/a1";

    [Fact]
    public async Task A_letter_is_printed_with_equal_bytes_and_loads_nothing()
    {
        await using var host = await GatewayHost.Start();
        var collector = host.As("collector");

        using var first = await collector.Send("GET", $"{Account}/collections/letters/l1/page");
        using var second = await collector.Send("GET", $"{Account}/collections/letters/l1/page");

        var page = await Text(first);
        Assert.Equal(page, await Text(second));
        Assert.Contains("Second reminder", page, StringComparison.Ordinal);
        Assert.Contains("75.00", page, StringComparison.Ordinal);
        Assert.Contains("80.00", page, StringComparison.Ordinal);
        Assert.StartsWith(
            "default-src 'none'",
            first.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/lines")]
    public async Task A_collective_bill_that_is_not_there_is_unknown(string part)
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.As("collector").Send("GET", $"{Account}/collective/bills/c-1{part}");
        await response.Problem(HttpStatusCode.NotFound, "collective-bill-unknown");
    }

    [Fact]
    public async Task What_is_outside_the_callers_legal_entities_is_not_there()
    {
        await using var host = await GatewayHost.Start();
        var limited = host.As("supervisor", "pat", "south");

        using var view = await limited.Send("GET", $"{Account}/disputes/");
        using var open = await limited.Send("POST", $"{Account}/disputes/", Dispute, "Idempotency-Key: 12345678");
        using var preview = await limited.Send("GET", "/v1/dunning/preview?on=2026-03-01");

        Assert.Equal(HttpStatusCode.NotFound, view.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, open.StatusCode);
        using var rows = JsonDocument.Parse(await Text(preview));
        Assert.Equal(
            "a2", Assert.Single(rows.RootElement.GetProperty("items").EnumerateArray())
                .GetProperty("accountId").GetString());
    }

    [Fact]
    public async Task A_dispute_is_opened_and_answered_with_its_version()
    {
        await using var host = await GatewayHost.Start();

        using var open = await host.As("agent").Send(
            "POST", $"{Account}/disputes/", Dispute, "Idempotency-Key: 12345678");

        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal("\"8\"", open.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_waiver_without_a_reason_is_refused_at_the_door()
    {
        await using var host = await GatewayHost.Start();
        const string waiver = """{"waiverId":"w1","itemId":"i1","on":"2026-02-01"}""";

        using var without = await host.As("supervisor").Send(
            "POST", $"{Account}/collections/waivers", waiver, "Idempotency-Key: 12345678");
        using var with = await host.As("supervisor").Send(
            "POST", $"{Account}/collections/waivers", waiver, "Idempotency-Key: 12345678", "Reason: goodwill");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task A_letter_nobody_sent_is_not_there()
    {
        await using var host = await GatewayHost.Start();

        using var letter = await host.As("collector").Send("GET", $"{Account}/collections/letters/none");

        Assert.Equal(HttpStatusCode.NotFound, letter.StatusCode);
        Assert.Contains("letter-unknown", await Text(letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operator", "{}")]
    [InlineData("collector", "life-support")]
    public void Only_those_who_may_read_collections_see_what_a_block_is_for(string role, string content)
    {
        var entry = new AccountHistoryEntry(
            1, "collection-block-placed", default, "person", "p", "api", "certificate", "life-support");

        var seen = entry.For(new Caller("pat", [role], EntityScope.All));

        Assert.Equal((content, role == "operator" ? null : "certificate"), (seen.Content, seen.Reason));
    }

    private const string Dispute =
        """{"disputeId":"d1","itemId":"i1","reason":"price","owner":"ada","on":"2026-02-01"}""";

    private static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
