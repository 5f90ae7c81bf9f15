using System.Net;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>From a draft to what bills depend on, through the front door.</summary>
public sealed class TariffLifecycleTests : IAsyncLifetime
{
    private const string Path = "/v1/tariffs/home";
    private const string Draft = Path + "/draft";

    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await GatewayHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_draft_is_changed_any_number_of_times_and_then_published_by_who_may()
    {
        var (writer, publisher) = (_host.As("operator", "ann"), _host.As("supervisor", "ben"));
        await Saved(writer, Tariff("0.2"), "If-None-Match: *");
        await Saved(writer, Tariff("0.3"), "If-Match: \"1\"");
        using var unseen = await writer.Send("GET", Path);
        using var refused = await Publish(writer, 2);
        using var stale = await Publish(publisher, 1);
        using var published = await Publish(publisher, 2);
        using var history = await writer.Send("GET", Path + "/history");

        await unseen.Problem(HttpStatusCode.NotFound, "record-unknown");
        await refused.Problem(HttpStatusCode.Forbidden, "not-permitted");
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal("\"1\"", published.Headers.ETag!.Tag);
        var revision = Assert.Single((await history.Json()).EnumerateArray());
        Assert.Equal(("ben", "agreed"), (
            revision.GetProperty("actorId").GetString(), revision.GetProperty("reason").GetString()));
        Assert.Equal("0.3", PriceOf(revision));
    }

    [Fact]
    public async Task What_a_draft_changes_is_told_before_it_is_published()
    {
        var (writer, publisher) = (_host.As("operator", "ann"), _host.As("supervisor", "ben"));
        await Saved(writer, Tariff("0.2"), "If-None-Match: *");
        using var first = await Publish(publisher, 1);
        await Saved(writer, Tariff("0.3"), "If-Match: \"1\"");

        using var toDraft = await publisher.Send("GET", Path + "/diff");
        using var same = await publisher.Send("GET", Path + "/diff?from=1&to=published");
        using var versions = await publisher.Send("GET", Path + "/diff?from=@1&to=draft@1");

        var change = Assert.Single((await toDraft.Json()).GetProperty("changes").EnumerateArray());
        Assert.Equal("versions/1/charges/energy/price/price", change.GetProperty("path").GetString());
        Assert.Equal(("0.2", "0.3"), (
            change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
        Assert.Equal(0, (await same.Json()).GetProperty("changes").GetArrayLength());
        Assert.Equal(1, (await versions.Json()).GetProperty("changes").GetArrayLength());
    }

    [Theory]
    [InlineData("from=1&to=@1", HttpStatusCode.BadRequest, "revision-invalid")]
    [InlineData("from=old", HttpStatusCode.BadRequest, "revision-invalid")]
    [InlineData("from=0", HttpStatusCode.BadRequest, "revision-invalid")]
    [InlineData("from=@x&to=@1", HttpStatusCode.BadRequest, "revision-invalid")]
    [InlineData("from=7", HttpStatusCode.NotFound, "record-unknown")]
    [InlineData("from=draft@1&to=draft@9", HttpStatusCode.NotFound, "record-unknown")]
    public async Task What_cannot_be_compared_says_so(string query, HttpStatusCode status, string code)
    {
        await Saved(_host.As("operator"), Tariff("0.2"), "If-None-Match: *");

        using var response = await _host.As("auditor").Send("GET", Path + "/diff?" + query);

        await response.Problem(status, code);
    }

    [Fact]
    public async Task A_draft_may_be_wrong_and_a_check_lists_what_is()
    {
        const string Empty = """{"id":"home","name":"Home","currency":"AUD","versions":[]}""";
        await Saved(_host.As("operator"), Empty, "If-None-Match: *");

        using var draft = await _host.As("auditor").Send("GET", Draft + "/check");
        using var body = await _host.As("operator").Send(
            "POST", Path + "/check", Empty, "Idempotency-Key: check-0001");
        using var other = await _host.As("operator").Send(
            "POST", "/v1/tariffs/other/check", Empty, "Idempotency-Key: check-0002");

        var check = await draft.Json();
        Assert.False(check.GetProperty("isPublishable").GetBoolean());
        var problem = Assert.Single(check.GetProperty("problems").EnumerateArray());
        Assert.Equal(("versions", "no-versions"), (
            problem.GetProperty("path").GetString(), problem.GetProperty("rule").GetString()));
        Assert.Equal(check.ToString(), (await body.Json()).ToString());
        await other.Problem(HttpStatusCode.UnprocessableEntity, "id-mismatch");
    }

    [Fact]
    public async Task A_caller_limited_to_some_entities_neither_drafts_nor_publishes()
    {
        await Saved(_host.As("supervisor"), Tariff("0.2"), "If-None-Match: *");
        var limited = _host.As("supervisor", "cy", "north");

        using var draft = await limited.Send(
            "PUT", Draft, Tariff("0.3"), "If-Match: \"1\"", "Idempotency-Key: draft-limited");
        using var publish = await Publish(limited, 1);

        await draft.Problem(HttpStatusCode.Forbidden, "entity-limited");
        await publish.Problem(HttpStatusCode.Forbidden, "entity-limited");
    }

    [Fact]
    public async Task Nobody_publishes_what_they_wrote_and_nothing_is_stored_past_the_draft()
    {
        var supervisor = _host.As("supervisor", "ben");
        await Saved(supervisor, Tariff("0.2"), "If-None-Match: *");

        using var alone = await Publish(supervisor, 1);
        using var authors = await supervisor.Send("GET", Draft + "/authors");
        using var past = await supervisor.Send(
            "PUT", Path, Tariff("0.2"), "If-None-Match: *", "Idempotency-Key: past-the-draft");

        await alone.Problem(HttpStatusCode.Forbidden, "second-person-needed");
        Assert.Equal("ben", Assert.Single((await authors.Json()).EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, past.StatusCode);
    }

    [Fact]
    public async Task Publishing_needs_a_reason_and_a_draft()
    {
        var publisher = _host.As("supervisor");
        using var none = await Publish(publisher, 1);
        using var silent = await publisher.Send(
            "POST", Draft + "/publish", null, "If-Match: \"1\"", "Idempotency-Key: publish-0001");

        await none.Problem(HttpStatusCode.NotFound, "record-unknown");
        await silent.Problem(HttpStatusCode.UnprocessableEntity, "reason-missing");
    }

    [Fact]
    public async Task Tariffs_are_listed_page_by_page()
    {
        using var first = await _host.As("agent").Send("GET", "/v1/tariffs?limit=2");
        var page = await first.Json();
        var cursor = Uri.EscapeDataString(page.GetProperty("nextCursor").GetString()!);
        using var rest = await _host.As("agent").Send("GET", "/v1/tariffs?limit=2&cursor=" + cursor);
        using var drafts = await _host.As("agent").Send("GET", "/v1/tariffs?draft=true");

        Assert.Equal(["basic", "home"], Ids(page));
        Assert.Equal(["plus"], Ids(await rest.Json()));
        Assert.Empty(Ids(await drafts.Json()));
    }

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()!);

    private static async Task Saved(HttpClient who, string tariff, string precondition)
    {
        using var response = await who.Send(
            "PUT", Draft, tariff, precondition, "Idempotency-Key: draft-" + Guid.NewGuid().ToString("N"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private static Task<HttpResponseMessage> Publish(HttpClient who, int revision) => who.Send(
        "POST", Draft + "/publish", null, $"If-Match: \"{revision}\"", "Reason: agreed",
        "Idempotency-Key: publish-" + Guid.NewGuid().ToString("N"));

    private static string? PriceOf(JsonElement revision) => revision.GetProperty("content").GetProperty("tariff")
        .GetProperty("versions")[0].GetProperty("charges")[0].GetProperty("price").GetProperty("price").GetString();

    private static string Tariff(string price) => $$$"""
        {"id":"home","name":"Home","currency":"AUD","versions":[{"number":1,"validFrom":"2025-01-01","charges":[
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"{{{price}}}"}}]}]}
        """;
}
