using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The maker of a request shows documents, whoever decides opens them, and nobody else does either.</summary>
public sealed class RequestDocumentTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Account = "/v1/accounts/east/A-1";
    private const string Documents = Account + "/requests/AD-7/documents";
    private static readonly byte[] Pdf = [.. "%PDF-1.7 the quote of the plumber"u8];

    [Fact]
    public async Task A_maker_puts_documents_to_a_request_and_who_decides_opens_them()
    {
        var clerk = await host.As("clara", "clerk");
        await Ask(clerk);
        using var added = await Put(clerk, Pdf, "key-of-the-first", "C:\\tmp\\../quote.pdf");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (await added.Json()).GetProperty("documentId").GetString()!;
        using var again = await Put(clerk, Pdf, "key-of-the-first", "quote.pdf");
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        await Nobody_else_adds_or_opens(clerk, id);
        await What_is_no_document_is_refused(clerk);

        using var listed = await host.Supervisor.Send("GET", Documents);
        var document = Assert.Single((await listed.Json()).EnumerateArray());
        Assert.Equal(
            (id, "quote.pdf", "application/pdf", Pdf.Length, "clara"),
            (
                document.GetProperty("documentId").GetString(), document.GetProperty("name").GetString(),
                document.GetProperty("contentType").GetString(), document.GetProperty("length").GetInt32(),
                document.GetProperty("storedBy").GetString()));
        using var waiting = await host.Supervisor.Send("GET", Account + "/requests");
        Assert.Equal(id, (await waiting.Json())[0].GetProperty("documentIds")[0].GetString());
        await Opens(host.Supervisor, id);

        using var approved = await host.Supervisor.Send(
            "POST", Account + "/requests/AD-7/approve", """{"requestId":"AD-7","effectMinor":6000}""",
            "Idempotency-Key: approve-with-document");
        Assert.Equal("done", (await approved.Json()).GetProperty("state").GetString());
        await Opens(host.Supervisor, id); // What a decision rested on is there afterwards.
        using var late = await Put(clerk, [.. Pdf, 1], "key-of-the-late", "late.pdf");
        await late.Problem(HttpStatusCode.NotFound, "request-unknown");
        await It_is_in_the_history_and_the_trail(id);
    }

    private async Task Nobody_else_adds_or_opens(HttpClient clerk, string id)
    {
        using var colleague = await Put(await host.As("cora", "clerk"), [.. Pdf, 2], "key-of-cora", "other.pdf");
        await colleague.Problem(HttpStatusCode.Forbidden, "not-the-maker");
        using var approver = await Put(host.Supervisor, [.. Pdf, 3], "key-of-the-approver", "other.pdf");
        await approver.Problem(HttpStatusCode.Forbidden, "not-the-maker");
        var agent = await host.As("alan", "agent");
        using var added = await Put(agent, Pdf, "key-of-the-agent", "other.pdf");
        await added.Problem(HttpStatusCode.Forbidden, "not-permitted");
        using var opened = await agent.Send("GET", $"{Documents}/{id}");
        await opened.Problem(HttpStatusCode.Forbidden, "not-permitted");
        using var other = await clerk.Send("GET", $"{Account}/requests/AD-8/documents/{id}");
        await other.Problem(HttpStatusCode.NotFound, "document-unknown");
    }

    private static async Task What_is_no_document_is_refused(HttpClient clerk)
    {
        using var page = await Put(clerk, [.. "<script>alert(1)</script>"u8], "key-of-a-page", "page.pdf");
        await page.Problem(HttpStatusCode.UnprocessableEntity, "document-refused");
        var much = new byte[IEvidenceStore.LengthMax + 1];
        Pdf.CopyTo(much, 0);
        using var large = await Put(clerk, much, "key-of-a-large", "large.pdf");
        await large.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        using var words = await clerk.Send("POST", Documents, "{}", "Idempotency-Key: key-of-words");
        await words.Problem(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported");
        using var reused = await Put(clerk, [.. Pdf, 4], "key-of-the-first", "another.pdf");
        await reused.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
    }

    private async Task It_is_in_the_history_and_the_trail(string id)
    {
        using var history = await host.Supervisor.Send("GET", Account + "/history");
        var entry = (await history.Json()).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("kind").GetString() == "action-document-added");
        Assert.Contains(id, entry.GetRawText(), StringComparison.Ordinal);
        var auditor = await host.As("udo", "auditor");
        using var trail = await auditor.Send("GET", "/v1/audit?limit=500");
        var looks = (await trail.Json()).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("action").GetString() == "request-document-opened").ToList();
        Assert.Equal(2, looks.Count);
        Assert.All(looks, look => Assert.Contains(id, look.GetRawText(), StringComparison.Ordinal));
    }

    private static async Task Opens(HttpClient who, string id)
    {
        using var answer = await who.Send("GET", $"{Documents}/{id}");
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Http.Cancellation));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("quote.pdf", answer.Content.Headers.ContentDisposition.FileName);
    }

    private async Task Ask(HttpClient clerk)
    {
        using var account = await host.Supervisor.Send("GET", Account);
        var item = (await account.Json()).GetProperty("openItems")[0].GetProperty("id").GetString();
        using var asked = await clerk.Send(
            "POST", Account + "/adjustments",
            JsonSerializer.Serialize(new
            {
                adjustmentId = "AD-7",
                itemId = item,
                amountMinor = 6000,
                kind = "goodwill",
                code = "courtesy",
            }),
            "Idempotency-Key: ask-with-document", "Reason: the pipe leaked");
        Assert.Equal("waiting", (await asked.Json()).GetProperty("state").GetString());
    }

    private static Task<HttpResponseMessage> Put(HttpClient who, byte[] content, string key, string name)
    {
        var request = Http.Request(
            "POST", $"{Documents}?fileName={Uri.EscapeDataString(name)}", null, "Idempotency-Key: " + key);
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return who.SendAsync(request, Http.Cancellation);
    }
}
