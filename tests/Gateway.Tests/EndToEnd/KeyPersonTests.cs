using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A key is the person who made it, also where two people are needed, through the real host.</summary>
public sealed class KeyPersonTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";

    [Fact]
    public async Task Whoever_asks_does_not_agree_by_a_key_nor_the_other_way_round()
    {
        var item = await ItemId();
        // Ada keeps keys and is a clerk and a supervisor; what she asks for as a clerk is above a clerk's limit.
        var (desk, clerk) = (await host.As("ada", "admin", "clerk", "supervisor"), await host.As("ada", "clerk"));
        using var another = await MakeKey(desk, "somebody-else", "supervisor");
        await another.Problem(HttpStatusCode.UnprocessableEntity, "key-invalid");
        var (deciding, asking) = (await KeyOf(desk, "supervisor"), await KeyOf(desk, "clerk"));

        await Ask(clerk, "KP-1", item);
        await Refuse(deciding, "KP-1");
        await Ask(asking, "KP-2", item);
        await Refuse(desk, "KP-2");
        await Refuse(deciding, "KP-2");

        using var agreed = await Post(host.Second, "/requests/KP-2/approve", Approval("KP-2"));
        Assert.True(agreed.IsSuccessStatusCode, await agreed.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private static async Task Ask(HttpClient who, string requestId, string item)
    {
        using var asked = await Post(who, "/adjustments", new
        {
            adjustmentId = requestId,
            itemId = item,
            amountMinor = 5100,
            kind = "goodwill",
            code = "courtesy",
        });
        Assert.Equal("waiting", (await asked.Json()).GetProperty("state").GetString());
    }

    private static async Task Refuse(HttpClient who, string requestId)
    {
        using var refused = await Post(who, $"/requests/{requestId}/approve", Approval(requestId));
        await refused.Problem(HttpStatusCode.Forbidden, "second-person-needed");
    }

    private static object Approval(string requestId) => new { requestId, effectMinor = 5100 };

    private async Task<HttpClient> KeyOf(HttpClient maker, string role)
    {
        using var made = await MakeKey(maker, "ada", role);
        var text = (await made.Json()).GetProperty("text").GetString()!;
        var client = new HttpClient { BaseAddress = host.Door.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        return client;
    }

    private static Task<HttpResponseMessage> MakeKey(HttpClient maker, string personId, string role)
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(1).ToString("o", CultureInfo.InvariantCulture);
        return Send(maker, "/v1/keys", new
        {
            name = role,
            personId,
            roles = new[] { role },
            entities = Array.Empty<string>(),
            expiresAt = end,
        });
    }

    private static Task<HttpResponseMessage> Post(HttpClient who, string part, object body) =>
        Send(who, Account + part, body);

    private static Task<HttpResponseMessage> Send(HttpClient who, string path, object body) => who.Send(
        "POST", path, JsonSerializer.Serialize(body), "Idempotency-Key: " + Guid.NewGuid().ToString("N"),
        "Reason: a test");

    private async Task<string> ItemId()
    {
        using var account = await host.Supervisor.Send("GET", Account);
        return (await account.Json()).GetProperty("openItems")[0].GetProperty("id").GetString()!;
    }
}
