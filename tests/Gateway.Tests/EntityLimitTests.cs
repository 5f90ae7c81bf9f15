using System.Net;

namespace BillingActors.Gateway.Tests;

public sealed class EntityLimitTests
{
    [Theory]
    [InlineData("GET", "/v1/accounts/north/a1", "/v1/accounts/north/nobody")]
    [InlineData("GET", "/v1/accounts/north/a1/balance", "/v1/accounts/north/nobody/balance")]
    [InlineData("GET", "/v1/accounts/north/a1/history", "/v1/accounts/north/nobody/history")]
    [InlineData("GET", "/v1/accounts/north/a1/invoices", "/v1/accounts/north/nobody/invoices")]
    [InlineData("GET", "/v1/accounts/north/a1/payments", "/v1/accounts/north/nobody/payments")]
    [InlineData("GET", "/v1/accounts/north/a1/notes", "/v1/accounts/north/nobody/notes")]
    [InlineData("GET", "/v1/payments/batches/north/b1", "/v1/payments/batches/north/nobody")]
    [InlineData("GET", "/v1/payments/unidentified/north/c1/proposals",
        "/v1/payments/unidentified/north/unknown/proposals")]
    [InlineData("GET", "/v1/customers/c1", "/v1/customers/unknown")]
    [InlineData("GET", "/v1/service-points/6001", "/v1/service-points/unknown")]
    [InlineData("GET", "/v1/service-points/6001/usage?from=2026-01-01&until=2026-02-01",
        "/v1/service-points/unknown/usage?from=2026-01-01&until=2026-02-01")]
    [InlineData("GET", "/v1/bill-cycles/monthly/history", "/v1/bill-cycles/unknown/history")]
    [InlineData("GET", "/v1/legal-entities/north", "/v1/legal-entities/unknown")]
    [InlineData("GET", "/v1/legal-entities/north/draft", "/v1/legal-entities/unknown/draft")]
    [InlineData("GET", "/v1/ledger/north?from=2026-01-01&until=2026-02-01",
        "/v1/ledger/none?from=2026-01-01&until=2026-02-01")]
    [InlineData("GET", "/v1/bill-runs/run-1", "/v1/bill-runs/nobody")]
    [InlineData("GET", "/v1/bill-runs/run-1/invoices", "/v1/bill-runs/nobody/invoices")]
    [InlineData("GET", "/v1/bill-runs/run-1/events", "/v1/bill-runs/nobody/events")]
    [InlineData("POST", "/v1/bill-runs/run-1/approve", "/v1/bill-runs/nobody/approve")]
    [InlineData("POST", "/v1/bill-runs/run-1/cancel", "/v1/bill-runs/nobody/cancel")]
    [InlineData("GET", "/v1/worklist/1", "/v1/worklist/99")]
    [InlineData("GET", "/v1/worklist/2", "/v1/worklist/99")]
    [InlineData("POST", "/v1/worklist/1/redrive", "/v1/worklist/99/redrive")]
    public async Task What_belongs_to_another_legal_entity_answers_like_what_does_not_exist(
        string method, string hidden, string unknown)
    {
        await using var host = await GatewayHost.Start();
        var limited = host.As("supervisor auditor", "sue", "south");
        var all = host.As("supervisor auditor");
        using var hiddenAnswer = await limited.Send(method, hidden, null, "Idempotency-Key: 12345678");
        using var unknownAnswer = await all.Send(method, unknown, null, "Idempotency-Key: 12345678");
        var (first, second) = (await hiddenAnswer.AnyProblem(), await unknownAnswer.AnyProblem());
        Assert.Equal(HttpStatusCode.NotFound, hiddenAnswer.StatusCode);
        foreach (var member in new[] { "type", "title", "status", "detail", "code" })
            Assert.Equal(first.GetProperty(member).GetRawText(), second.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task Lists_show_the_own_legal_entities_only()
    {
        await using var host = await GatewayHost.Start();
        var limited = host.As("supervisor", "sue", "south");
        string[] lists =
            ["/v1/accounts?limit=500", "/v1/search?q=jo", "/v1/worklist", "/v1/approvals/legal-entities"];
        foreach (var path in lists)
        {
            using var response = await limited.Send("GET", path);
            var text = await response.Content.ReadAsStringAsync(Http.Cancellation);
            Assert.DoesNotContain("\"entityId\":\"north\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_or_record_of_another_legal_entity_cannot_be_made()
    {
        await using var host = await GatewayHost.Start();
        var limited = host.As("supervisor", "sue", "south");
        using var run = await limited.Send("POST", "/v1/bill-runs",
            """{"entityId":"north","cycleId":"monthly","until":"2026-02-01","accountIds":[]}""",
            "Idempotency-Key: 12345678");
        using var customer = await limited.Send("PUT", "/v1/customers/c9",
            """{"id":"c9","entityId":"north","name":"N","contacts":[]}""",
            "Idempotency-Key: 12345678", "If-None-Match: *");
        using var taken = await limited.Send("PUT", "/v1/customers/c1",
            """{"id":"c1","entityId":"south","name":"N","contacts":[]}""",
            "Idempotency-Key: 12345678", "If-Match: \"1\"");
        await run.Problem(HttpStatusCode.UnprocessableEntity, "entity-unknown");
        await customer.Problem(HttpStatusCode.UnprocessableEntity, "entity-unknown");
        await taken.Problem(HttpStatusCode.PreconditionFailed, "stale-version");
    }
}
