using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingActors.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Usage through the front door of the real host, its stream and the command line.</summary>
public sealed class UsageTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const string Columns = "call_id,charged_party,started_at,quantity,from,to";

    [Fact]
    public async Task Usage_is_accepted_rated_limited_and_charged_online()
    {
        await Price();
        using var accepted = await Post("/v1/usage/events", new[]
        {
            Event("1", 60), Event("2", 120), Event("1", 60), Event("3", 60, "33"), Event("4", 60, subject: "east"),
        });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var receipt = await accepted.Json();
        Assert.Equal((4, 1), (Number(receipt, "acceptedCount"), Number(receipt, "rejectedCount")));
        Assert.Equal("subject-invalid", receipt.GetProperty("results")[4].GetProperty("code").GetString());

        var operation = $"/v1/usage/events/{receipt.GetProperty("operationId").GetString()}";
        var done = await Until(operation, view => view.GetProperty("state").GetString() == "done");
        Assert.Equal((3, 1), (Number(done, "appliedCount"), Number(done, "duplicateCount")));
        var usage = await Get(Account + "/usage");
        Assert.Equal("0.3", usage.GetProperty("unbilled").GetString());
        Assert.Equal(30, Number(await Get(Account), "unbilledUsageMinor"));
        Assert.Equal(
            ["1", "2"], (await Get(Account + "/usage/records")).GetProperty("items").EnumerateArray()
                .Select(row => row.GetProperty("id").GetString()));
        var waiting = await Get("/v1/worklist?kind=usage-record");
        Assert.Equal("unknown-destination", waiting.GetProperty("items")[0].GetProperty("code").GetString());

        await Price("33");
        var recycled = await Ok("/usage/recycle", new { });
        Assert.Equal(1, Number(recycled, "ratedCount"));
        Assert.Equal(0, (await Get("/v1/worklist?kind=usage-record&state=open")).GetProperty("items").GetArrayLength());

        await Ok("/spending-caps", new { amountMinor = 100, contractId = "K-1", policy = "block" });
        await Ok("/reservations", new { reservationId = "RV-1", contractId = "K-1", amountMinor = 50 });
        await Refused(
            "/reservations", new { reservationId = "RV-2", contractId = "K-1", amountMinor = 11 },
            HttpStatusCode.Conflict, "spending-cap-reached");
        object[] records =
        [
            new
            {
                source = "switch", id = "5", at = "2025-02-07T11:00:00Z",
                call = new { quantity = "60", from = "49170", to = "4930" },
            },
        ];
        await Ok("/reservations/commit", new { reservationId = "RV-1", records });
        await Refused(
            "/reservations/release", new { reservationId = "RV-1" }, HttpStatusCode.NotFound, "reservation-unknown");
        Assert.Equal("0.5", (await Get(Account + "/usage")).GetProperty("unbilled").GetString());
    }

    [Fact]
    public async Task The_command_line_sends_shows_lists_and_caps()
    {
        await Run("usage", "cap", "east/A-2", "--amount-minor", "500", "--block");
        await Run("reserve", "make", "east/A-2", "--id", "RV-9", "--contract", "K-2", "--amount-minor", "100");
        var usage = await Get("/v1/accounts/east/A-2/usage");
        var used = decimal.Parse(usage.GetProperty("unbilled").GetString()!, CultureInfo.InvariantCulture);
        Assert.Contains(FormattableString.Invariant($"cap of account: {used + 1:0.00} AUD of 5.00 AUD"),
            await Run("usage", "show", "east/A-2"), StringComparison.Ordinal);
        await Run("reserve", "release", "east/A-2", "--id", "RV-9");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file, JsonSerializer.Serialize(Event("c1", 60, subject: "east/A-2")), Http.Cancellation);
        Assert.Contains("1 accepted, 0 rejected", await Run("usage", "send", file), StringComparison.Ordinal);
        await Run("usage", "list", "east/A-2");
        File.Delete(file);
    }

    [Fact]
    public async Task Files_of_calls_count_once_and_what_is_missing_or_unknown_waits()
    {
        await Price();
        const string unknown = "c-2,east/A-9,2025-02-07T11:00:00Z,60,49170,4930\n";
        const string dear = "c-3,EASTP00002,2025-02-07T11:00:00Z,60,49170,77\n";
        var first = CallFile(1, 3, "c-1,EASTP00002,2025-02-07T11:00:00Z,60,49170,4930\n" + unknown + dear);
        Assert.Contains("2 stored, 0 corrected, 0 duplicate, 1 rejected", await Import(first, ExitCode.Exceptions),
            StringComparison.Ordinal);
        var again = await Import(first.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Contains("0 stored, 0 corrected, 3 duplicate", again, StringComparison.Ordinal);
        await Refused(CallFile(1, 1, unknown), "sequence-taken");
        await Refused(CallFile(2, 2, unknown), "count-mismatch");

        await Import(CallFile(3, 0, ""));
        var gap = await Only("file-gap");
        Assert.Equal("File 2 is missing.", gap.GetProperty("detail").GetString());
        await Import(CallFile(2, 0, ""));
        Assert.Empty(await Rows("file-gap"));

        var row = Number(await Only("import-record"), "id").ToString(CultureInfo.InvariantCulture);
        using (var refused = await Post($"/v1/worklist/{row}/redrive", new { }))
            await refused.Problem(HttpStatusCode.UnprocessableEntity, "party-unknown");
        await Run("worklist", "drop", row, "--reason", "no customer of ours");
        using (var dropped = await Post($"/v1/worklist/{row}/redrive", new { }))
            await dropped.Problem(HttpStatusCode.Conflict, "worklist-resolved");
        await Until("/v1/worklist?kind=usage-record&state=open", Has("msc-7/c-3"));
        var unrated = (await Rows("usage-record")).Single(one => one.GetProperty("field").GetString() == "msc-7/c-3");
        var id = Number(unrated, "id").ToString(CultureInfo.InvariantCulture);
        Assert.Contains("\"to\":\"77\"", (await Get("/v1/worklist/" + id)).GetProperty("raw").GetString(),
            StringComparison.Ordinal);
        using (var refused = await Post($"/v1/worklist/{id}/redrive", new { }))
            await refused.Problem(HttpStatusCode.UnprocessableEntity, "usage-record-refused");
        await Price("77");
        Assert.Contains("fixed", await Run("worklist", "redrive", id), StringComparison.Ordinal);
        using (var twice = await Post($"/v1/worklist/{id}/redrive", new { }))
            await twice.Problem(HttpStatusCode.Conflict, "worklist-resolved");
        var rated = await Get("/v1/accounts/east/A-2/usage/records");
        Assert.Equal(["c-1", "c-3"], Of(rated, "msc-7")
            .Select(one => one.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_is_an_array_and_one_event_is_none()
    {
        using var body = new StringContent(JsonSerializer.Serialize(Event("9", 1)));
        body.Headers.ContentType = new("application/cloudevents-batch+json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/usage/events") { Content = body };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var response = await host.Supervisor.SendAsync(request, Http.Cancellation);

        await response.Problem(HttpStatusCode.BadRequest, "body-invalid");
    }

    [Fact]
    public async Task A_call_over_midnight_and_over_two_files_is_rated_as_one()
    {
        await Price();
        await Import(Parts(1, "l-1,EASTP00002,2025-02-07T23:30:00+11:00,60,49170,4930,1,\n"));
        Assert.StartsWith(
            "Part 1 came", (await Only("open-call")).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var end = Parts(2, "l-1,EASTP00002,2025-02-08T00:30:00+11:00,60,49170,4930,2,yes\n");
        await Import(end);
        await Import(end);

        var records = await Until("/v1/accounts/east/A-2/usage/records", view => Of(view, "msc-8").Any());
        var call = Assert.Single(Of(records, "msc-8"));
        Assert.Equal(("l-1", "0.2"), (call.GetProperty("id").GetString(), call.GetProperty("amount").GetString()));
        Assert.Equal(new(2025, 2, 7, 12, 30, 0, TimeSpan.Zero), call.GetProperty("at").GetDateTimeOffset());
        Assert.Empty(await Rows("open-call"));
    }

    private static IEnumerable<JsonElement> Of(JsonElement records, string source) =>
        records.GetProperty("items").EnumerateArray().Where(row => row.GetProperty("source").GetString() == source);

    private static string CallFile(int number, int count, string rows) =>
        FormattableString.Invariant($"calls,msc-7,{number}\n{Columns}\n{rows}end,{count},{count * 60}\n");

    private static string Parts(int number, string row) =>
        FormattableString.Invariant($"calls,msc-8,{number}\n{Columns},part,last\n{row}end,1,60\n");

    private async Task<string> Import(string text, int expected = 0)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text, Http.Cancellation);
        var output = await Run(expected, "import", file);
        File.Delete(file);
        return output;
    }

    private async Task Refused(string text, string rule)
    {
        using var response = await host.Operator.Upload(
            "/v1/imports?fileName=calls.csv", Encoding.UTF8.GetBytes(text),
            "Idempotency-Key: " + Guid.NewGuid().ToString("N"));
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "file-refused");
        Assert.Equal(rule, problem.GetProperty("problems")[0].GetProperty("rule").GetString());
    }

    private static Func<JsonElement, bool> Has(string field) => view => view.GetProperty("items").EnumerateArray()
        .Any(row => row.GetProperty("field").GetString() == field);

    private async Task<JsonElement> Only(string kind) => Assert.Single(await Rows(kind));

    private async Task<List<JsonElement>> Rows(string kind) =>
        [.. (await Get($"/v1/worklist?kind={kind}&state=open")).GetProperty("items").EnumerateArray()];

    private static object Event(string id, int seconds, string to = "4930", string subject = "east/A-1") => new
    {
        specversion = "1.0",
        type = "billing.usage.call",
        source = "switch",
        id,
        subject,
        time = "2025-02-07T11:00:00Z",
        data = new { quantity = seconds.ToString(CultureInfo.InvariantCulture), from = "49170", to },
    };

    /// <summary>Calls at 0.10 a minute to the prefixes, beside what the tariff of the house prices.</summary>
    private async Task Price(params string[] more)
    {
        using var stored = await host.Supervisor.Send("GET", "/v1/tariffs/flat/draft");
        var tariff = (await stored.Json()).GetProperty("content").GetProperty("tariff");
        var document = JsonNode.Parse(tariff.GetRawText())!;
        foreach (var version in document["versions"]!.AsArray())
        {
            var charges = version!["charges"]!.AsArray();
            if (charges.FirstOrDefault(charge => (string?)charge!["code"] == "voice") is { } old)
                charges.Remove(old);
            charges.Add(JsonNode.Parse(JsonSerializer.Serialize(new
            {
                kind = "calls",
                code = "voice",
                text = "Calls",
                taxCategory = "none",
                @event = "call",
                unit = "minute",
                destinations = new[] { new { name = "all", prefixes = (string[])["49", .. more] } },
                rates = new[] { new { destination = "all", price = "0.1", increment = 1 } },
            })));
        }
        using var draft = await host.Operator.Send(
            "PUT", "/v1/tariffs/flat/draft",
            document.ToJsonString(),
            "Idempotency-Key: " + Guid.NewGuid().ToString("N"),
            "If-Match: " + stored.Headers.ETag);
        using var response = await host.Supervisor.Send(
            "POST", "/v1/tariffs/flat/draft/publish", null,
            "Idempotency-Key: " + Guid.NewGuid().ToString("N"),
            "Reason: calls",
            "If-Match: " + draft.Headers.ETag);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
    }

    private async Task<JsonElement> Until(string path, Func<JsonElement, bool> holds)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var view = await Get(path);
            if (holds(view))
                return view;
            await Task.Delay(50, Http.Cancellation);
        }
        throw new TimeoutException($"{path} never came to it.");
    }

    private Task<string> Run(params string[] words) => Run(0, words);

    private async Task<string> Run(int expected, params string[] words)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var key = words[0] == "import" ? host.OperatorKey : host.Door.Key;
        string[] arguments = [.. words, "--url", host.Door.Address.ToString(), "--key", key];
        var exit = await CommandLine.Run(
            arguments, new Terminal(output, errors, isInteractive: false), Http.Cancellation);
        Assert.True(exit == expected, errors.ToString());
        return output.ToString();
    }

    private Task<HttpResponseMessage> Post(string path, object body) => host.Supervisor.Send(
        "POST", path, JsonSerializer.Serialize(body), "Idempotency-Key: " + Guid.NewGuid().ToString("N"));

    private async Task<JsonElement> Ok(string part, object body)
    {
        using var response = await Post(Account + part, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return await response.Json();
    }

    private async Task Refused(string part, object body, HttpStatusCode status, string code)
    {
        using var response = await Post(Account + part, body);
        await response.Problem(status, code);
    }

    private async Task<JsonElement> Get(string path)
    {
        using var response = await host.Supervisor.Send("GET", path);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Http.Cancellation));
        return await response.Json();
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
