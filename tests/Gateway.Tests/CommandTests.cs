using System.Net;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Accounts;

namespace BillingActors.Gateway.Tests;

public sealed class CommandTests : IAsyncLifetime
{
    private const string Charges = "/v1/accounts/north/a1/charges";
    private const string Charge =
        """{"chargeId":"ch1","text":"Call-out","amountMinor":4500,"taxCategory":"standard","on":"2026-02-01"}""";

    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await GatewayHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_command_reaches_the_account_with_key_person_time_and_reason()
    {
        using var response = await Add("Idempotency-Key: \"key-0001\"", "Reason: Caf%C3%A9 visit");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"8\"", response.Headers.ETag!.Tag);
        var asked = Assert.Single(_host.Behind.Account("north/a1").Asked);
        var now = _host.Behind.Clock.GetUtcNow();
        Assert.Equal(new CommandEnvelope("key-0001", "person", "pat", "api", now, "Café visit"), asked);
    }

    [Fact]
    public async Task The_same_key_quoted_or_bare_is_a_replay_with_the_same_status_and_body()
    {
        using var first = await Add("Idempotency-Key: \"key-0001\"", "Reason: because");
        using var again = await Add("Idempotency-Key: key-0001", "Reason: because");
        Assert.False(first.Headers.Contains("Idempotent-Replay"));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replay")));
        Assert.Equal(first.StatusCode, again.StatusCode);
        Assert.Equal((await first.Json()).GetRawText(), (await again.Json()).GetRawText());
    }

    [Fact]
    public async Task A_command_without_a_key_is_refused()
    {
        using var response = await Add("Reason: because");
        await response.Problem(HttpStatusCode.BadRequest, "idempotency-key-missing");
        Assert.Empty(_host.Behind.Account("north/a1").Asked);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("\"1234567\"")]
    [InlineData("has a space in it")]
    public async Task A_key_that_is_not_well_formed_is_refused(string key)
    {
        using var response = await Add("Idempotency-Key: " + key, "Reason: because");
        await response.Problem(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    [Fact]
    public async Task Money_by_hand_without_a_reason_is_refused()
    {
        using var response = await Add("Idempotency-Key: key-0001");
        await response.Problem(HttpStatusCode.UnprocessableEntity, "reason-missing");
        Assert.Empty(_host.Behind.Account("north/a1").Asked);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused()
    {
        using var response = await Add("Idempotency-Key: key-0001", "Reason: " + new string('x', 501));
        await response.Problem(HttpStatusCode.BadRequest, "reason-invalid");
    }

    [Theory]
    [InlineData("paid with 4111 1111 1111 1111, he said")]
    [InlineData("one%0Atwo")]
    [InlineData("%20")]
    public async Task A_reason_that_cannot_be_kept_is_refused(string reason)
    {
        using var response = await Add("Idempotency-Key: key-0001", "Reason: " + reason);
        await response.Problem(HttpStatusCode.BadRequest, "reason-invalid");
        Assert.Empty(_host.Behind.Account("north/a1").Asked);
    }

    [Theory]
    [InlineData("account-closed", HttpStatusCode.Conflict)]
    [InlineData("amount-zero", HttpStatusCode.UnprocessableEntity)]
    [InlineData("id-reused", HttpStatusCode.UnprocessableEntity)]
    [InlineData("second-person-needed", HttpStatusCode.Forbidden)]
    [InlineData("charge-unknown", HttpStatusCode.NotFound)]
    public async Task A_refusal_of_the_account_travels_under_its_status(string code, HttpStatusCode status)
    {
        _host.Behind.Account("north/a1").Refusal = new Problem(code, "Because of this.");
        using var response = await Add("Idempotency-Key: key-0001", "Reason: because");
        var problem = await response.Problem(status, code);
        Assert.Equal("Because of this.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_busy_store_asks_to_come_again()
    {
        _host.Behind.Account("north/a1").Fault = new StoreBusyException();
        using var busy = await Add("Idempotency-Key: key-0001", "Reason: because");
        await busy.Problem(HttpStatusCode.ServiceUnavailable, "store-busy");
        Assert.NotNull(busy.Headers.RetryAfter);
        _host.Behind.Account("north/a1").Fault = new TimeoutException();
        using var unknown = await Add("Idempotency-Key: key-0001", "Reason: because");
        await unknown.Problem(HttpStatusCode.ServiceUnavailable, "outcome-unknown");
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_that_it_is_stale()
    {
        using var none = await Profile("Idempotency-Key: key-0001");
        await none.Problem((HttpStatusCode)428, "precondition-missing");
        using var weak = await Profile("Idempotency-Key: key-0001", "If-Match: W/\"7\"");
        await weak.Problem(HttpStatusCode.BadRequest, "etag-invalid");
        using var right = await Profile("Idempotency-Key: key-0001", "If-Match: \"7\"");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        _host.Behind.Account("north/a1").Version = 8;
        using var stale = await Profile("Idempotency-Key: key-0002", "If-Match: \"7\"");
        await stale.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task A_retry_finds_its_effect_though_the_version_moved_on()
    {
        string[] headers = ["Idempotency-Key: key-0001", "If-Match: \"7\""];
        using var first = await Profile(headers);
        _host.Behind.Account("north/a1").Version = 8;
        using var again = await Profile(headers);
        using var other = await Profile("Idempotency-Key: key-0002", "If-Match: \"7\"");
        using var asNew = await Profile("Idempotency-Key: key-0003", "If-None-Match: *");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        await other.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
        await asNew.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task Master_data_is_made_once_and_then_replaced_by_version()
    {
        const string Cycle = """
            {"id":"weekly","entityId":"north","name":"W","anchorDay":1,"months":1,"boundaries":[],"readWindowDays":3,
            "highUseFactor":"2.5","lowUseFactor":"0","holdZeroUse":false}
            """;
        using var made = await Put("/v1/bill-cycles/weekly", Cycle, "If-None-Match: *");
        using var twice = await Put("/v1/bill-cycles/weekly", Cycle, "If-None-Match: *");
        using var replaced = await Put("/v1/bill-cycles/weekly", Cycle, "If-Match: \"1\"");
        using var other = await Put("/v1/bill-cycles/other", Cycle, "If-None-Match: *");
        using var history = await _host.As("operator").Send("GET", "/v1/bill-cycles/weekly/history");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("\"1\"", made.Headers.ETag!.Tag);
        Assert.Equal("\"2.5\"", (await made.Json()).GetProperty("content").GetProperty("billCycle")
            .GetProperty("highUseFactor").GetRawText());
        await twice.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        await other.Problem(HttpStatusCode.UnprocessableEntity, "id-mismatch");
        Assert.Equal(2, (await history.Json()).GetArrayLength());
    }

    [Fact]
    public async Task A_tariff_is_read_and_written_as_in_a_file()
    {
        const string Tariff = """{"id":"t1","name":"Plain","currency":"AUD","versions":[]}""";
        var supervisor = _host.As("supervisor");
        using var made = await supervisor.Send(
            "PUT", "/v1/tariffs/t1/draft", Tariff, "Idempotency-Key: tariff-1", "If-None-Match: *");
        using var view = await supervisor.Send("GET", "/v1/tariffs/t1/draft");
        using var bad = await supervisor.Send("PUT", "/v1/tariffs/t1/draft",
            Tariff.Replace("[]", "[{}]", StringComparison.Ordinal), "Idempotency-Key: tariff-2", "If-Match: \"1\"");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var tariff = (await view.Json()).GetProperty("content").GetProperty("tariff");
        Assert.Equal(Tariff, JsonSerializer.Serialize(tariff));
        await bad.Problem(HttpStatusCode.BadRequest, "body-invalid");
    }

    [Fact]
    public async Task A_run_gets_the_same_id_for_the_same_request()
    {
        const string Plan = """{"entityId":"north","cycleId":"monthly","until":"2026-02-01","accountIds":[]}""";
        const string Key = "Idempotency-Key: plan-0001";
        using var first = await _host.As("operator").Send("POST", "/v1/bill-runs", Plan, Key);
        using var again = await _host.As("operator").Send("POST", "/v1/bill-runs", Plan, Key);
        using var other = await _host.As("operator", "ann").Send("POST", "/v1/bill-runs", Plan, Key);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
    }

    [Fact]
    public async Task A_dropped_record_keeps_its_first_reason()
    {
        using var dropped = await Drop(1, "old meter");
        using var again = await Drop(1, "old meter");
        using var other = await Drop(1, "another");
        using var held = await Drop(3, "old meter");
        Assert.Equal("dropped", (await dropped.Json()).GetProperty("state").GetString());
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        await other.Problem(HttpStatusCode.Conflict, "worklist-resolved");
        await held.Problem(HttpStatusCode.Conflict, "worklist-wrong-kind");
    }

    [Fact]
    public async Task A_row_rests_until_a_later_day_that_is_not_too_far()
    {
        var today = DateOnly.FromDateTime(_host.Behind.Clock.GetUtcNow().UtcDateTime);
        using var rests = await Snooze("clerk", "", today.AddDays(90));
        using var late = await Snooze("clerk", "", today.AddDays(92));
        using var past = await Snooze("clerk", "", today.AddDays(-1));
        using var hidden = await Snooze("supervisor", "south", today.AddDays(7));
        Assert.Equal(
            today.AddDays(90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            (await rests.Json()).GetProperty("snoozedUntil").GetString());
        await late.Problem(HttpStatusCode.UnprocessableEntity, "date-not-allowed");
        await past.Problem(HttpStatusCode.UnprocessableEntity, "date-not-allowed");
        await hidden.Problem(HttpStatusCode.NotFound, "worklist-unknown");
    }

    private Task<HttpResponseMessage> Snooze(string role, string entity, DateOnly until) =>
        (entity.Length == 0 ? _host.As(role) : _host.As(role, "sue", entity)).Send(
            "POST", "/v1/worklist/1/snooze", $$"""{"until":"{{until:yyyy-MM-dd}}"}""",
            "Idempotency-Key: " + Guid.NewGuid());

    private Task<HttpResponseMessage> Drop(int row, string reason) => _host.As("clerk").Send(
        "POST", $"/v1/worklist/{row}/drop", null, "Idempotency-Key: " + Guid.NewGuid(), "Reason: " + reason);

    private Task<HttpResponseMessage> Add(params string[] headers) =>
        _host.As("clerk").Send("POST", Charges, Charge, headers);

    private Task<HttpResponseMessage> Profile(params string[] headers) => _host.As("clerk").Send(
        "PUT", "/v1/accounts/north/a1/profile", """{"cycleId":"monthly","termsDays":14}""", headers);

    private Task<HttpResponseMessage> Put(string path, string json, string condition) =>
        _host.As("operator").Send("PUT", path, json, "Idempotency-Key: " + Guid.NewGuid(), condition);
}
