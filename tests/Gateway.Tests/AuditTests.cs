using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Audit;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Routing;

namespace BillingActors.Gateway.Tests;

/// <summary>What is done to the installation is noted, before its doer hears of it.</summary>
public sealed class AuditTests
{
    /// <summary>Every endpoint whose success is an entry; stores note keys, marks and seals themselves.</summary>
    private const string Noted = """
        DELETE /v1/keys/{keyId}: by its store
        GET /v1/accounts/{entityId}/{accountId}/requests/{requestId}/documents/{documentId}: request-document-opened
        GET /v1/customers/{id}/person/archive: person-exported
        GET /v1/customers/{id}/person/file: person-exported
        GET /v1/ledger/{entityId}/ageing/csv: ageing-exported
        GET /v1/ledger/{entityId}/journal: journal-exported
        GET /v1/ledger/{entityId}/trial-balance/csv: trial-balance-exported
        POST /v1/bill-runs/{runId}/approve: bill-run-approved
        POST /v1/bill-runs/{runId}/cancel: bill-run-cancelled
        POST /v1/bill-runs/{runId}/release: bill-run-released
        POST /v1/keys/: by its store
        POST /v1/ledger/{entityId}/periods/lock: period-locked
        POST /v1/ledger/{entityId}/periods/reopen/approve: period-reopened
        POST /v1/ledger/{entityId}/periods/reopen: period-reopening-asked
        POST /v1/legal-entities/{id}/draft/reject: legal-entity-draft-rejected
        POST /v1/legal-entities/{id}/draft/release: legal-entity-changed
        POST /v1/legal-entities/{id}/draft/withdraw: legal-entity-draft-withdrawn
        POST /v1/streams/{stream}/quarantine/{id:long}/discard: record-discarded
        POST /v1/streams/{stream}/quarantine/{id:long}/redrive: record-redriven
        POST /v1/tariffs/{id}/draft/publish: tariff-published
        POST /v1/worklist/{id:long}/redrive: record-redriven
        PUT /v1/charts-of-accounts/{id}/: chart-changed
        PUT /v1/dispute-policies/{id}/: policy-changed
        PUT /v1/dunning-policies/{id}/: policy-changed
        PUT /v1/legal-entities/{id}/: legal-entity-changed
        PUT /v1/legal-entities/{id}/draft/: legal-entity-drafted
        PUT /v1/tax-jurisdictions/{id}/: tax-table-changed
        """;

    private const string Entity = """
        {"id":"north","name":"North","currency":"AUD","zone":"Australia/Sydney","taxRegistration":"ABN 1",
        "address":"2 Main St","invoiceSeries":"INV"}
        """;

    [Fact]
    public async Task Every_administrative_call_is_noted()
    {
        await using var host = await GatewayHost.Start();
        var noted = host.Calls.SelectMany(endpoint => endpoint.Metadata.OfType<NotedAction>().Select(action =>
            $"{Method(endpoint)} {endpoint.RoutePattern.RawText}: {action.Action}"));
        var own = Noted.Split('\n').Where(line => !line.EndsWith("by its store", StringComparison.Ordinal));
        Assert.Equal(own.Order(StringComparer.Ordinal), noted.Order(StringComparer.Ordinal));

        static string Method(RouteEndpoint endpoint) =>
            endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
    }

    [Fact]
    public async Task A_call_is_noted_once_with_person_key_reason_and_request_and_a_refused_one_is_not()
    {
        await using var host = await GatewayHost.Start();
        var supervisor = host.As("supervisor", "sue");
        for (var i = 0; i < 2; i++)
        {
            using var approved = await supervisor.Send(
                "POST", "/v1/bill-runs/run-1/approve", null, "Idempotency-Key: 12345678", "Reason: looks%20right");
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        }
        using var unknown = await supervisor.Send(
            "POST", "/v1/bill-runs/nobody/approve", null, "Idempotency-Key: 12345678");

        var entry = Assert.Single(host.Behind.Audit.Entries);
        Assert.Equal(
            ("sue", "bill-run-approved", "run-1", "looks right", "12345678", "api"),
            (entry.ActorId, entry.Action, entry.Subject.Id, entry.Reason, entry.RequestId, entry.Source));
        Assert.NotNull(entry.KeyId);
    }

    [Fact]
    public async Task A_record_that_is_put_is_noted_with_its_reason()
    {
        await using var host = await GatewayHost.Start();
        using var put = await host.As("controller", "carl").Send(
            "PUT", "/v1/legal-entities/north", Entity, "Idempotency-Key: 12345678", "If-Match: \"1\"", "Reason: moved");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var entry = Assert.Single(host.Behind.Audit.Entries);
        Assert.Equal(
            ("legal-entity-changed", "moved", "12345678"), (entry.Action, entry.Reason, entry.RequestId));
    }

    [Fact]
    public async Task An_export_is_noted_with_its_filter_and_without_the_entry_there_is_no_export()
    {
        await using var host = await GatewayHost.Start();
        const string path = "/v1/ledger/north/journal?from=2026-01-01&until=2026-02-01";
        using var exported = await host.As("controller").Send("GET", path);
        Assert.Equal(HttpStatusCode.OK, exported.StatusCode);
        Assert.Equal("from=2026-01-01&until=2026-02-01", Assert.Single(host.Behind.Audit.Entries).After);

        host.Behind.Audit.Fault = new IOException("the disk is full");
        using var refused = await host.As("controller").Send("GET", path);
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
    }

    [Fact]
    public async Task A_list_of_the_desk_that_becomes_a_file_is_noted_without_whom_was_searched_for()
    {
        await using var host = await GatewayHost.Start("Development", [("Billing:Auth:DevelopmentIssuer", "true")]);
        var visitor = new Visitor(host.Anonymous());
        (await visitor.LogIn("supervisor")).Dispose();
        const string path = "/console/export/accounts.csv?q=jo%20smith&status=open";
        Assert.Equal(HttpStatusCode.OK, await visitor.See(path));

        var entry = Assert.Single(host.Behind.Audit.Entries, one => one.Action == "list-exported");
        Assert.Equal((visitor.PersonId, "console", "list", "accounts"),
            (entry.ActorId, entry.Source, entry.Subject.Kind, entry.Subject.Id));
        Assert.Matches(@"^csv, \d+ accounts?, q=%2A&status=open$", entry.After);

        host.Behind.Audit.Fault = new IOException("the disk is full");
        Assert.Equal(HttpStatusCode.InternalServerError, await visitor.See(path));
    }

    [Fact]
    public async Task Making_and_taking_back_a_key_is_noted_without_its_secret()
    {
        await using var host = await GatewayHost.StartOwn();
        var admin = host.As("admin", "root");
        const string wanted =
            """{"name":"CRM","personId":"root","roles":["agent"],"entities":[],"expiresAt":"2026-06-01T00:00:00Z"}""";
        using var made = await admin.Send("POST", "/v1/keys", wanted, "Idempotency-Key: make-key-1");
        var text = (await made.Json()).GetProperty("text").GetString()!;
        var keyId = text.Split('_')[1];
        using var revoked = await admin.Send("DELETE", "/v1/keys/" + keyId, null, "Idempotency-Key: drop-key-1");

        Assert.Equal([$"root key-made {keyId}", $"root key-revoked {keyId}"], host.Behind.Audit.Told);
        Assert.DoesNotContain(
            text.Split('_')[2], JsonSerializer.Serialize(host.Behind.Audit.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_look_at_a_sensitive_account_is_noted_through_both_doors()
    {
        await using var host = await GatewayHost.Start("Development",
            [("Billing:Auth:DevelopmentIssuer", "true"), ("Tests:Own", Guid.NewGuid().ToString())]);
        var supervisor = host.As("supervisor", "sue");
        using var marked = await supervisor.Send(
            "POST", "/v1/accounts/north/a1/sensitive", null, "Idempotency-Key: 12345678", "Reason: a%20colleague");
        Assert.Equal(HttpStatusCode.NoContent, marked.StatusCode);
        string[] looks =
        [
            "/v1/accounts/north/a1", "/v1/accounts/north/a1/history", "/v1/accounts/north/a2", "/v1/accounts",
            "/v1/invoices/north.a1.7", "/v1/accounts/north/a1/notes", "/v1/accounts/north/a2/notes",
        ];
        foreach (var path in looks)
            using (await host.As("agent", "amy").Send("GET", path)) { }
        using (await host.As("admin", "adam").Send("GET", looks[0])) { }
        using (await host.Anonymous().Send("GET", looks[0])) { }
        var visitor = new Visitor(host.Anonymous());
        await visitor.LogIn("agent");
        await visitor.See("/console/accounts/north/a1");

        Assert.Equal(
            ["amy /v1/accounts/north/a1", "amy /v1/accounts/north/a1/history", "amy /v1/invoices/north.a1.7",
                "amy /v1/accounts/north/a1/notes",
                visitor.PersonId + " /console/accounts/north/a1"],
            host.Behind.Audit.Entries.Where(one => one.Action == "sensitive-account-viewed")
                .Select(one => $"{one.ActorId} {one.After}"));
    }

    [Fact]
    public async Task Log_ins_log_outs_and_refused_log_ins_are_noted()
    {
        await using var host = await GatewayHost.Start("Development", [("Billing:Auth:DevelopmentIssuer", "true")]);
        host.Behind.Address = IPAddress.Parse("127.0.0.20"); // Where nobody else was refused.
        var visitor = new Visitor(host.Anonymous());
        using var refused = await visitor.LogIn("king");
        await visitor.LogIn("clerk");
        await visitor.LogOut();

        Assert.Equal(
            [
                "(unknown) log-in-refused (unknown)", $"{visitor.PersonId} user-changed {visitor.PersonId}",
                $"{visitor.PersonId} logged-in {visitor.PersonId}", $"{visitor.PersonId} logged-out {visitor.PersonId}",
            ],
            host.Behind.Audit.Told);
        Assert.Contains("roles clerk", host.Behind.Audit.Entries[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_is_read_in_pages_within_the_readers_legal_entities()
    {
        await using var host = await GatewayHost.Start();
        foreach (var entity in (string[])["north", "south", "north"])
        {
            await host.Behind.Audit.Append(
                new AuditEntry(host.Behind.Clock.GetUtcNow(), "sue", "api", "looked",
                    new AuditSubject("account", Guid.NewGuid().ToString(), entity, "a1"), "request-1"),
                Http.Cancellation);
        }
        using var first = await host.As("auditor").Send("GET", "/v1/audit?limit=2");
        var page = await first.Json();
        using var second = await host.As("auditor").Send(
            "GET", "/v1/audit?limit=2&cursor=" + page.GetProperty("nextCursor").GetString());
        using var limited = await host.As("auditor", "pat", "south").Send("GET", "/v1/audit");

        Assert.Equal([3, 2], Positions(page));
        Assert.Equal([1], Positions(await second.Json()));
        Assert.Equal([2], Positions(await limited.Json()));

        static IEnumerable<int> Positions(JsonElement page) =>
            page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("position").GetInt32());
    }
}
