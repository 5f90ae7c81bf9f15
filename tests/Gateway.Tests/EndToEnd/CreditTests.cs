using System.Net;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Tests.Cli;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>What is owed is lowered, written off and recovered, by people with limits, through the real host.</summary>
public sealed class CreditTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const long OwedMinor = 8320;

    [Fact]
    public async Task A_clerk_asks_a_supervisor_agrees_and_everything_can_come_back()
    {
        var clerk = await host.As("clara", "clerk");
        var item = await ItemId();

        // A clerk's limit is 50.00 a day and account: 10.00 is done, 45.00 more waits.
        Assert.Equal("done", await State(clerk, "/adjustments", Adjust("AD-1", item, 1000)));
        Assert.Equal("waiting", await State(clerk, "/adjustments", Adjust("AD-2", item, 4500)));
        Assert.Equal(OwedMinor - 1000, await Balance());

        var waiting = Assert.Single(await Requests());
        Assert.Equal(("AD-2", "clara", 4500), (
            waiting.GetProperty("requestId").GetString(),
            waiting.GetProperty("makerId").GetString(),
            waiting.GetProperty("effectMinor").GetInt64()));
        Assert.Equal(
            (OwedMinor - 1000, OwedMinor - 5500),
            (
                waiting.GetProperty("balanceMinorBefore").GetInt64(),
                waiting.GetProperty("balanceMinorAfter").GetInt64()));
        Assert.Equal("A-1", Assert.Single(await Inbox()).GetProperty("accountId").GetString());
        var shown = await CliProcess.Run(
            "approval", "show", "east/A-1", "--url", host.Door.Address.ToString(), "--key", host.Door.Key);
        Assert.True(shown.ExitCode == 0, shown.Errors);
        Assert.StartsWith("AD-2  adjust  45.00 AUD  clara: a test", shown.Output, StringComparison.Ordinal);
        Assert.Contains("  balance  73.20 AUD -> 28.20 AUD", shown.Lines);
        Assert.Contains("  INV-00000001  73.20 AUD -> 28.20 AUD", shown.Lines);
        Assert.Equal(("east/A-1  AD-2", ""), ((await Listed())[..14], await Listed("--expired")));

        // Neither may the clerk agree, nor somebody who is also a supervisor to what he asked for himself.
        var approval = new { requestId = "AD-2", effectMinor = 4500 };
        using var refused = await Post(clerk, "/requests/AD-2/approve", approval);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var claraAgain = await host.As("clara", "supervisor");
        await RefuseWith("second-person-needed", claraAgain, "/requests/AD-2/approve", approval);

        // Suzy stands in for Carla and for Clara: in the place of the one who asked she is not a second person.
        await Delegate("carla", "clara");
        await RefuseWith("delegation-unknown", host.Supervisor, "/requests/AD-2/approve", For("dora"));
        await RefuseWith("second-person-needed", host.Supervisor, "/requests/AD-2/approve", For("clara"));
        // A colleague of the clerk decides nothing in his own place, and does so in that of a supervisor.
        var cora = await host.As("cora", "clerk");
        await RefuseWith("not-permitted", cora, "/requests/AD-2/approve", approval);
        await RefuseWith("delegation-unknown", cora, "/requests/AD-2/approve", For("clara"));
        Assert.Equal("done", await State(cora, "/requests/AD-2/approve", For("sam")));
        Assert.Equal(OwedMinor - 5500, await Balance());
        Assert.Empty(await Inbox());

        // What is left is written off, and comes back when money comes after all.
        var writeOff = new { writeOffId = "WO-1", itemIds = new[] { item }, kind = "bad-debt", code = "insolvent" };
        Assert.Equal("done", await State(host.Supervisor, "/write-offs", writeOff));
        Assert.Equal(0, await Balance());
        Assert.Equal(
            "done",
            await State(
                host.Supervisor, "/write-offs/WO-1/recoveries",
                new { recoveryId = "RE-1", writeOffId = "WO-1", amountMinor = OwedMinor - 5500 }));
        await RefuseWith(
            "credit-exists", host.Supervisor, "/write-offs/WO-1/recoveries",
            new { recoveryId = "RE-1", writeOffId = "WO-1", amountMinor = 1 });
        Assert.Equal(OwedMinor - 5500, await Balance());
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing()
    {
        var item = await ItemId();
        var before = await Balance();

        await RefuseWith("item-unknown", host.Supervisor, "/adjustments", Adjust("AD-9", "east.A-1.99", 1));
        await RefuseWith("amount-above-open", host.Supervisor, "/adjustments", Adjust("AD-9", item, 1_000_000));
        await RefuseWith(
            "kind-unknown", host.Supervisor, "/adjustments",
            new { adjustmentId = "AD-9", itemId = item, amountMinor = 1, kind = "gift", code = "courtesy" });
        await RefuseWith("request-unknown", host.Supervisor, "/requests/none/reject", null);
        using var unreasoned = await host.Supervisor.Send(
            "POST", Account + "/adjustments", JsonSerializer.Serialize(Adjust("AD-9", item, 1)),
            "Idempotency-Key: unreasoned-1");
        Assert.Equal("reason-missing", (await unreasoned.Json()).GetProperty("code").GetString());

        Assert.Equal(before, await Balance());
    }

    private static object For(string person) =>
        new { requestId = "AD-2", effectMinor = 4500, onBehalfOf = person };

    private async Task Delegate(params string[] persons)
    {
        var entity = new LegalEntityRecord(
            "east", "East Energy", "AUD", "Australia/Brisbane", "ABN 1", "1 Test Street", "INV",
            Delegations:
            [
                .. persons.Select(person => new DelegationRecord(
                    person, "suzy", ["supervisor"], new DateOnly(2025, 1, 1), new DateOnly(2100, 1, 1))),
                new DelegationRecord(
                    "sam", "cora", ["supervisor"], new DateOnly(2025, 1, 1), new DateOnly(2100, 1, 1)),
            ]);
        const string Path = "v1/legal-entities/east";
        using var suzy = new GatewayClient(host.Door.Address, host.Door.Key);
        using var coco = new GatewayClient(host.Door.Address, await host.Key("coco", "controller"));
        var ask = Ask.Fresh() with { Version = 1, Reason = "holidays" };
        var alone = await Assert.ThrowsAsync<RefusedException>(() => suzy.Send<MasterView>(
            HttpMethod.Put, Path, entity, ask, Http.Cancellation));
        Assert.Equal("second-person-needed", alone.Code);
        var draft = await suzy.Send<LegalEntityDraftView>(
            HttpMethod.Put, Path + "/draft?validFrom=2025-01-02", entity, ask, Http.Cancellation);
        var listed = await CliProcess.Run(
            "entity", "show", "east", "--url", host.Door.Address.ToString(), "--key", host.Door.Key);
        Assert.Contains("east  draft 1 of version 1  waiting  suzy: holidays", listed.Lines);
        Assert.Contains("  delegations/sam to cora from 2025-01-01  - -> supervisor through 2100-01-01", listed.Lines);
        await coco.Send<MasterView>(
            HttpMethod.Post, Path + "/draft/release", null, Ask.Fresh() with { Version = draft.Version },
            Http.Cancellation);
    }

    private async Task<string> Listed(params string[] more)
    {
        var listed = await CliProcess.Run(
            ["approval", "list", .. more, "--url", host.Door.Address.ToString(), "--key", host.Door.Key]);
        Assert.True(listed.ExitCode == 0, listed.Errors);
        return listed.Output;
    }

    private static object Adjust(string id, string item, long minor) =>
        new { adjustmentId = id, itemId = item, amountMinor = minor, kind = "goodwill", code = "courtesy" };

    private static Task<HttpResponseMessage> Post(HttpClient who, string part, object? body) => who.Send(
        "POST", Account + part, body is null ? null : JsonSerializer.Serialize(body),
        "Idempotency-Key: " + Guid.NewGuid().ToString("N"), "Reason: a test");

    private static async Task<string> State(HttpClient who, string part, object body)
    {
        using var response = await Post(who, part, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return (await response.Json()).GetProperty("state").GetString()!;
    }

    private static async Task RefuseWith(string code, HttpClient who, string part, object? body)
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

    private async Task<List<JsonElement>> Requests()
    {
        using var response = await host.Supervisor.Send("GET", Account + "/requests");
        return [.. (await response.Json()).EnumerateArray()];
    }

    private async Task<List<JsonElement>> Inbox()
    {
        using var response = await host.Supervisor.Send("GET", "/v1/approvals");
        return [.. (await response.Json()).GetProperty("items").EnumerateArray()];
    }
}
