using System.Net;
using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Tests;

/// <summary>Documents of requests are seen where the account is, and nowhere else.</summary>
public sealed class RequestDocumentApiTests
{
    private const string Path = "/v1/accounts/north/A1/requests/AD-1/documents";

    [Fact]
    public async Task Who_may_not_see_the_legal_entity_sees_no_document_of_it()
    {
        await using var host = await GatewayHost.Start();
        var key = EvidenceKey.OfRequest("north/A1", "AD-1", "ev-1");
        var head = new EvidenceHead("ev-1", "quote.pdf", "application/pdf", 1, "00", default, "ada");
        host.Behind.Evidence.Documents = [("c1", key, head, [7])];

        var here = host.As("supervisor", "sue", "north");
        using var given = await here.Send("GET", Path + "/ev-1");
        Assert.Equal([7], await given.Content.ReadAsByteArrayAsync(Http.Cancellation));
        using var list = await here.Send("GET", Path);
        Assert.Equal("quote.pdf", (await list.Json())[0].GetProperty("name").GetString());
        Assert.Equal(["sue request-document-opened north/A1/AD-1/ev-1"], host.Behind.Audit.Told);

        var elsewhere = host.As("supervisor", "will", "south");
        using var refused = await elsewhere.Send("GET", Path + "/ev-1");
        await refused.Problem(HttpStatusCode.NotFound, "document-unknown");
        using var hidden = await elsewhere.Send("GET", Path);
        await hidden.Problem(HttpStatusCode.NotFound, "account-unknown");
        using var unfiled = await here.Send("GET", Path + "/ev-2");
        await unfiled.Problem(HttpStatusCode.NotFound, "document-unknown");
        Assert.Single(host.Behind.Audit.Told);
    }

    [Fact]
    public async Task What_can_no_longer_be_read_is_named_and_not_given()
    {
        await using var host = await GatewayHost.Start();
        var here = host.As("supervisor", "sue", "north");

        using var list = await here.Send("GET", Path);
        var document = (await list.Json())[0];
        Assert.Equal("ev-1", document.GetProperty("documentId").GetString());
        Assert.False(document.TryGetProperty("name", out var name) && name.ValueKind != default
            && name.ValueKind != System.Text.Json.JsonValueKind.Null);
    }
}
