using System.Net;
using System.Text.Json;

namespace BillingActors.Gateway.Tests;

public sealed class WebhookApiTests
{
    private const string Wanted = """
        {"entityId":"north","url":"https://hooks.example.org/in","types":["invoice.issued"],"description":"CRM"}
        """;

    private readonly string _test = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_secret_is_shown_once_and_the_same_request_again_shows_none()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin");
        var (id, secret) = await Make(admin);

        using var again = await admin.Send("POST", "/v1/webhooks", Wanted, Key("make"));
        await again.Problem(HttpStatusCode.Conflict, "webhook-exists");
        using var list = await admin.Send("GET", "/v1/webhooks");
        var text = await list.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.Contains(id, text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_called_is_refused()
    {
        await using var host = await GatewayHost.Start();
        (string Old, string New)[] wrong =
        [
            ("https://hooks", "http://hooks"), ("hooks.example.org", "169.254.169.254"), ("invoice.issued", "all"),
            ("\"invoice.issued\"", ""), ("CRM", " "), ("north", "nowhere"),
        ];
        foreach (var (old, wanted) in wrong)
        {
            using var refused = await host.As("admin").Send(
                "POST", "/v1/webhooks", Wanted.Replace(old, wanted, StringComparison.Ordinal), Key(old));
            await refused.Problem(HttpStatusCode.UnprocessableEntity, "webhook-invalid");
        }
        Assert.Empty(host.Behind.Webhooks.Webhooks);
    }

    [Fact]
    public async Task A_change_and_another_secret_need_the_version_and_are_noted()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin");
        var (id, secret) = await Make(admin);
        var change = """
            {"url":"https://hooks.example.org/in","types":["payment.received"],"description":"CRM","isEnabled":false}
            """;
        using var blind = await admin.Send("PUT", "/v1/webhooks/" + id, change, Key("blind"));
        await blind.Problem(HttpStatusCode.PreconditionRequired, "precondition-missing");
        using var changed = await admin.Send("PUT", "/v1/webhooks/" + id, change, Key("change"), "If-Match: \"1\"");
        Assert.Equal("by-hand", (await changed.Json()).GetProperty("why").GetString());
        using var stale = await admin.Send(
            "POST", $"/v1/webhooks/{id}/secret", """{"overlapHours":1}""", Key("stale"), "If-Match: \"1\"");
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
        using var rotated = await admin.Send(
            "POST", $"/v1/webhooks/{id}/secret", """{"overlapHours":1}""", Key("rotate"), "If-Match: \"2\"");
        Assert.NotEqual(secret, (await rotated.Json()).GetProperty("secret").GetString());
        Assert.NotNull(host.Behind.Webhooks.Webhooks[id].SecretBefore);
        using var tooLong = await admin.Send(
            "POST", $"/v1/webhooks/{id}/secret", """{"overlapHours":169}""", Key("long"), "If-Match: \"3\"");
        await tooLong.Problem(HttpStatusCode.UnprocessableEntity, "webhook-invalid");
        using var trail = await admin.Send("GET", "/v1/audit");
        var noted = (await trail.Json()).GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetRawText().Contains(id, StringComparison.Ordinal)).ToList();
        Assert.Equal(3, noted.Count);
        Assert.DoesNotContain(secret, JsonSerializer.Serialize(noted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_another_legal_entity_is_as_good_as_none()
    {
        await using var host = await GatewayHost.Start();
        var (id, _) = await Make(host.As("admin"));
        var other = host.As("admin", "olga", "south");
        using var list = await other.Send("GET", "/v1/webhooks");
        Assert.Empty((await list.Json()).EnumerateArray());
        (string Method, string Path, string? Body)[] calls =
        [
            ("GET", "", null), ("GET", "/deliveries", null), ("POST", "/replay", """{"allFailed":true}"""),
            ("POST", "/secret", """{"overlapHours":1}"""),
            ("PUT", "", """
                {"url":"https://a.example.org/","types":["invoice.issued"],"description":"x","isEnabled":true}
                """),
        ];
        foreach (var (method, path, body) in calls)
        {
            using var refused = await other.Send(
                method, $"/v1/webhooks/{id}{path}", body, Key(method + path), "If-Match: \"1\"");
            await refused.Problem(HttpStatusCode.NotFound, "webhook-unknown");
        }
        using var made = await other.Send("POST", "/v1/webhooks", Wanted, Key("other"));
        await made.Problem(HttpStatusCode.UnprocessableEntity, "webhook-invalid");
    }

    [Fact]
    public async Task A_replay_says_what_exactly_and_is_counted_once()
    {
        await using var host = await GatewayHost.Start();
        var admin = host.As("admin");
        var (id, _) = await Make(admin);
        using var sent = await admin.Send("POST", $"/v1/webhooks/{id}/replay", """{"allFailed":true}""", Key("all"));
        Assert.Equal(3, (await sent.Json()).GetProperty("count").GetInt32());
        using var again = await admin.Send("POST", $"/v1/webhooks/{id}/replay", """{"allFailed":true}""", Key("all"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        using var both = await admin.Send(
            "POST", $"/v1/webhooks/{id}/replay", """{"allFailed":true,"number":7}""", Key("both"));
        await both.Problem(HttpStatusCode.UnprocessableEntity, "replay-invalid");
        using var none = await admin.Send("POST", $"/v1/webhooks/{id}/replay", """{"number":7}""", Key("none"));
        await none.Problem(HttpStatusCode.NotFound, "delivery-unknown");
    }

    private async Task<(string Id, string Secret)> Make(HttpClient admin)
    {
        using var made = await admin.Send("POST", "/v1/webhooks", Wanted, Key("make"));
        var said = await made.Json();
        Assert.True(made.StatusCode == HttpStatusCode.Created, said.ToString());
        return (said.GetProperty("webhook").GetProperty("webhookId").GetString()!,
            said.GetProperty("secret").GetString()!);
    }

    private string Key(string name) => $"Idempotency-Key: {name.GetHashCode(StringComparison.Ordinal):x8}-{_test}";
}
