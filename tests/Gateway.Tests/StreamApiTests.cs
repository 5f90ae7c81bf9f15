using System.Net;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Gateway.Tests;

/// <summary>Durable streams through the front door: payments in, how far they are, what is in quarantine.</summary>
public sealed class StreamApiTests
{
    private const string Events = "/v1/payments/events/";
    private const string Key = "Idempotency-Key: 12345678";

    [Fact]
    public async Task Each_payment_of_a_batch_is_accepted_or_rejected_by_itself()
    {
        await using var host = await GatewayHost.Start();
        var batch = $"""
            [{Payment("P-1")}, {Payment("P-2", entity: "south")}, {Payment("P-3", minor: "0")}, 7,
            {Payment("P-4", method: "barter")}, {Payment("P-5", reference: "4111 1111 1111 1111")},
            {Payment("P-6", more: ", \"colour\": 1")}, {Payment("P-7")}]
            """;

        using var answer = await host.As("integrator", "pat", "north").Send("POST", Events, batch, Key);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = await answer.Json();
        Assert.Equal(
            "P-1:- P-2:entity-unknown P-3:amount-not-positive -:json-invalid P-4:word-unknown P-5:card-number "
            + "P-6:json-invalid P-7:-",
            string.Join(' ', receipt.GetProperty("results").EnumerateArray().Select(Told)));
        Assert.Equal(2, receipt.GetProperty("acceptedCount").GetInt32());
        Assert.Equal("P-1 P-7", string.Join(' ', host.Behind.Streams.Records.Select(record => record.Id)));
        var stored = PaymentRecordJson.Read(host.Behind.Streams.Records[0].Body.Span);
        Assert.Equal(("north", "A1", "bank.P-1", 500), (
            stored.EntityId, stored.AccountId, stored.Payment.ReceiptId, stored.Payment.AmountMinor));
        Assert.Equal("north/A1", host.Behind.Streams.Records[0].Subject);
    }

    [Fact]
    public async Task The_same_request_finds_itself_and_its_operation_says_how_far_it_is()
    {
        await using var host = await GatewayHost.Start();
        var integrator = host.As("integrator");

        using var first = await integrator.Send("POST", Events, Payment("P-1"), Key);
        using var again = await integrator.Send("POST", Events, Payment("P-1"), Key);
        using var other = await integrator.Send("POST", Events, Payment("P-2"), Key);
        using var operation = await integrator.Send("GET", first.Headers.Location!.OriginalString);
        using var unknown = await integrator.Send("GET", Events + "payments-none");

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(await Text(first), await Text(again));
        Assert.Single(host.Behind.Streams.Records);
        await other.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
        var view = await operation.Json();
        Assert.Equal(("accepted", 1), (
            view.GetProperty("state").GetString(), view.GetProperty("waitingCount").GetInt32()));
        await unknown.Problem(HttpStatusCode.NotFound, "operation-unknown");
    }

    [Fact]
    public async Task A_request_without_a_good_record_and_a_full_stream_store_nothing()
    {
        await using var host = await GatewayHost.Start();
        var integrator = host.As("integrator");

        using var rejected = await integrator.Send("POST", Events, "[7]", Key);
        host.Behind.Streams.FullFor = TimeSpan.FromSeconds(7);
        using var full = await integrator.Send("POST", Events, Payment("P-1"), Key);

        var problem = await rejected.Problem(HttpStatusCode.UnprocessableEntity, "records-rejected");
        Assert.Equal("-:json-invalid", Told(Assert.Single(problem.GetProperty("results").EnumerateArray())));
        await full.Problem(HttpStatusCode.TooManyRequests, "stream-full");
        Assert.Equal(TimeSpan.FromSeconds(7), full.Headers.RetryAfter!.Delta);
        Assert.Empty(host.Behind.Streams.Records);
    }

    [Fact]
    public async Task What_is_in_quarantine_is_seen_and_decided_inside_the_callers_legal_entities()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Streams.Parked.Add(("north", Parked(1)));
        host.Behind.Streams.Parked.Add(("south", Parked(2)));
        var limited = host.As("operator", "pat", "north");
        const string quarantine = "/v1/streams/payments/quarantine/";

        using var list = await limited.Send("GET", quarantine);
        using var foreign = await limited.Send("POST", quarantine + "2/redrive", null, Key);
        using var redriven = await limited.Send("POST", quarantine + "1/redrive", null, Key);
        using var bare = await limited.Send("POST", quarantine + "1/discard", null, Key);
        using var discarded = await limited.Send("POST", quarantine + "1/discard", null, Key, "Reason: not%20ours");
        using var unknown = await limited.Send("GET", "/v1/streams/none/quarantine/");

        var row = Assert.Single((await list.Json()).GetProperty("items").EnumerateArray());
        Assert.Equal((1, "odd"), (row.GetProperty("id").GetInt64(), row.GetProperty("code").GetString()));
        await foreign.Problem(HttpStatusCode.NotFound, "quarantine-unknown");
        Assert.Equal(HttpStatusCode.NoContent, redriven.StatusCode);
        await bare.Problem(HttpStatusCode.UnprocessableEntity, "reason-missing");
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Equal(
            "pat redrives 1, pat discards 1: not ours", string.Join(", ", host.Behind.Streams.Decisions));
        await unknown.Problem(HttpStatusCode.NotFound, "stream-unknown");
    }

    private static QuarantineView Parked(long id) => new(
        id, "1.0.1.0", "north/A1", "bank", "P-1", "odd", "It is odd.", 3, DateTimeOffset.UnixEpoch, "{}");

    private static string Told(JsonElement result) =>
        $"{TextOf(result, "id")}:{TextOf(result, "code")}";

    private static string TextOf(JsonElement result, string name) =>
        result.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "-";

    private static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(Http.Cancellation);

    private static string Payment(
        string id,
        string entity = "north",
        string minor = "500",
        string method = "wire",
        string reference = "invoice 7",
        string more = "") => $$"""
        {"entityId": "{{entity}}", "accountId": "A1", "source": "bank", "paymentId": "{{id}}",
        "method": "{{method}}", "amountMinor": {{minor}}, "currency": "EUR",
        "valueOn": "2026-03-01", "reference": "{{reference}}"{{more}}}
        """;
}
