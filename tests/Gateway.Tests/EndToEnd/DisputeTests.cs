using System.Globalization;
using System.Net;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A bill is disputed, credited by two people and collected, through the real host.</summary>
public sealed class DisputeTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const long OwedMinor = 8320;

    [Fact]
    public async Task A_dispute_is_opened_by_an_agent_proposed_by_a_clerk_and_credited_by_a_supervisor()
    {
        var (agent, clerk) = (await host.As("ada", "agent"), await host.As("clara", "clerk"));
        var item = await ItemId();
        var on = Today();

        await Done(
            agent, "/disputes/", new { disputeId = "D-1", itemId = item, reason = "price", owner = "clara", on });
        await Done(clerk, "/disputes/move", new { disputeId = "D-1", stage = "in-review", on });
        var credit = new { disputeId = "D-1", creditMinor = 8000, rootCause = "rating", on };
        await RefuseWith("root-cause-unknown", clerk, "/disputes/resolve", credit with { rootCause = "moon" });
        await Done(clerk, "/disputes/resolve", credit);
        Assert.Equal(OwedMinor, await Balance());
        using var inbox = await host.Supervisor.Send("GET", "/v1/approvals");
        var row = Items(await inbox.Json()).Single(one => one.GetProperty("requestId").GetString() == "dispute.D-1");
        Assert.Equal("dispute-credit", row.GetProperty("action").GetString());
        var approval = new { requestId = "dispute.D-1", effectMinor = 8000 };
        await RefuseWith(
            "second-person-needed", await host.As("clara", "supervisor"), "/requests/dispute.D-1/approve", approval);
        await Done(host.Supervisor, "/requests/dispute.D-1/approve", approval);

        Assert.Equal(OwedMinor - 8000, await Balance());
        using var invoices = await host.Supervisor.Send("GET", Account + "/invoices");
        var memo = Items(await invoices.Json()).First();
        Assert.Equal(-8000, memo.GetProperty("totalMinor").GetInt64());
        Assert.Equal(item, memo.GetProperty("correctsId").GetString());
        using var list = await host.Supervisor.Send("GET", "/v1/disputes?stage=partly-upheld");
        Assert.Equal(8000, Items(await list.Json()).Single().GetProperty("creditMinor").GetInt64());
        using var statistics = await host.Supervisor.Send("GET", $"/v1/disputes/statistics?from={on}&until={Today(1)}");
        Assert.Equal("rating", (await statistics.Json())[0].GetProperty("rootCause").GetString());
    }

    [Fact]
    public async Task Collection_is_looked_at_before_anything_goes_out()
    {
        var collector = await host.As("carl", "collector");
        var day = Today(60);

        using var preview = await collector.Send("GET", $"{Account}/collections/preview?on={day}");
        using var check = await collector.Send(
            "GET", $"{Account}/collections/disconnection?contractId=K-1&on={day}");

        // Nobody has stored a policy: no letter goes out, and nobody is cut off.
        Assert.NotEqual("none", (await preview.Json()).GetProperty("hold").GetString());
        Assert.Equal("not-foreseen", (await check.Json()).GetProperty("blocks")[0].GetString());
        await RefuseWith(
            "disconnection-blocked", host.Supervisor, "/collections/disconnections",
            new { orderId = "O-1", contractId = "K-1", on = day });
        await Done(
            collector, "/collections/blocks",
            new { blockId = "B-1", kind = "life-support", from = day, through = (string?)null, on = day });
        using var view = await collector.Send("GET", Account + "/collections");
        Assert.Equal(
            "life-support", (await view.Json()).GetProperty("blocks")[0].GetProperty("kind").GetString());
    }

    // The day in Brisbane, where the legal entity is.
    private static string Today(int days = 0) => DateOnly
        .FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(10))
        .AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static Task<HttpResponseMessage> Post(HttpClient who, string part, object body) => who.Send(
        "POST", Account + part, JsonSerializer.Serialize(body),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"), "Reason: a test");

    private static async Task Done(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        Assert.True(
            response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private static async Task RefuseWith(string code, HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        Assert.Equal(code, (await response.Json()).GetProperty("code").GetString());
    }

    private async Task<string> ItemId()
    {
        using var response = await host.Supervisor.Send("GET", Account);
        return (await response.Json()).GetProperty("openItems")[0].GetProperty("id").GetString()!;
    }

    private async Task<long> Balance()
    {
        using var response = await host.Supervisor.Send("GET", Account + "/balance");
        return (await response.Json()).GetProperty("balanceMinor").GetInt64();
    }
}
