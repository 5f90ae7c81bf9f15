using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BillingActors.Gateway.Auth;
using Microsoft.AspNetCore.Routing;

namespace BillingActors.Gateway.Tests;

public sealed partial class FuzzTests
{
    private const int DeepNesting = 200;

    private static readonly string[] Bodies =
    [
        "", "null", "[]", "{}", "42", "\"text\"", "{", "{\"a\":", "\u0000", "{\"__proto__\":{}}",
        "{\"isApproved\":true}",
        """{"chargeId":"x","chargeId":"y"}""",
        """{"chargeId":"x","text":"t","amountMinor":"1","taxCategory":"standard","on":"2026-01-01"}""",
        """{"chargeId":"x","text":"t","amountMinor":1.5,"taxCategory":"standard","on":"2026-01-01"}""",
        """{"chargeId":"x","text":"t","amountMinor":99999999999999999999,"taxCategory":"standard","on":"2026-01-01"}""",
        """{"chargeId":"x","text":"t","amountMinor":1,"taxCategory":"standard","on":"2026-13-41"}""",
        """{"chargeId":"x","text":null,"amountMinor":1,"taxCategory":"standard","on":"2026-01-01","balance":1}""",
        """{"id":"1","entityId":"north","name":null,"contacts":[]}""",
        """{"id":"1","entityId":"north","name":"n","anchorDay":1,"months":1,"boundaries":[],"highUseFactor":2.5}""",
        string.Concat(Enumerable.Repeat("[", DeepNesting)) + string.Concat(Enumerable.Repeat("]", DeepNesting)),
        string.Concat(Enumerable.Repeat("{\"a\":", DeepNesting)) + "1" + new string('}', DeepNesting),
    ];

    private static readonly string[] Ids =
        [
        "1", "%01", "%20", "..%2f..%2fetc", "%ff%fe", new string('x', 300), "a%0d%0aSet-Cookie:x",
        "'%20or%201=1--", "nobody",
    ];

    private static readonly string[] Queries =
    [
        "", "?cursor=x", "?cursor=AAAA", "?limit=0", "?limit=501", "?limit=-1", "?limit=999999999999", "?q=",
        "?q=%00%00",
        "?from=2026-01-01&until=2025-01-01", "?from=x&until=y", "?from=0001-01-01&until=9999-12-31", "?format=nothing",
        "?format=nem12&fileName=..%2fx", "?validFrom=2026-99-01",
    ];

    [Fact]
    public async Task Whatever_is_sent_a_refusal_is_a_problem_of_the_catalogue()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As(string.Join(' ', Role.All));
        var count = 0;
        foreach (var (method, pattern) in Calls(host))
        {
            foreach (var id in Ids)
                count += await Try(client, Request(method, Parameter().Replace(pattern, id), null));
            foreach (var query in Queries)
                count += await Try(client, Request(method, Parameter().Replace(pattern, "1") + query, null));
            if (method is "GET")
                continue;
            foreach (var body in Bodies)
                count += await Try(client, Request(method, Parameter().Replace(pattern, "1"), body));
        }
        Assert.True(count > 500, $"only {count} calls were refused");
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, "media-type-unsupported")]
    [InlineData("application/xml", HttpStatusCode.UnsupportedMediaType, "media-type-unsupported")]
    public async Task A_body_of_another_kind_is_refused(string mediaType, HttpStatusCode status, string code)
    {
        await using var host = await GatewayHost.Start();
        var request = Http.Request("POST", "/v1/accounts/north/a1/close", null, "Idempotency-Key: 12345678");
        request.Content = new StringContent("x", Encoding.UTF8, mediaType);
        using var response = await host.As("clerk").SendAsync(request, Http.Cancellation);
        await response.Problem(status, code);
    }

    [Fact]
    public async Task A_wrong_method_and_an_unknown_path_are_problems()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As("clerk");
        using var method = await client.Send("PATCH", "/v1/me");
        using var path = await client.Send("GET", "/v1/nothing/here");
        using var html = await client.Send("GET", "/v1/accounts/north/nobody", null, "Accept: text/html");
        await method.Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        await path.Problem(HttpStatusCode.NotFound, "not-found");
        await html.Problem(HttpStatusCode.NotFound, "account-unknown");
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        await using var host = await GatewayHost.Start(("Billing:Gateway:BodyBytesMax", "2048"));
        var body = "{\"on\":\"" + new string('1', 3000) + "\"}";
        using var response = await host.As("clerk")
            .Send("POST", "/v1/accounts/north/a1/close", body, "Idempotency-Key: 12345678");
        await response.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task A_fault_says_nothing_about_our_insides()
    {
        await using var host = await GatewayHost.Start();
        host.Behind.Account("north/a1").Fault = new InvalidOperationException("secret connection string at Foo.Bar()");
        using var response = await host.As("clerk").Send(
            "POST", "/v1/accounts/north/a1/close", """{"on":"2026-01-01"}""", "Idempotency-Key: 12345678");
        var problem = await response.Problem(HttpStatusCode.InternalServerError, "internal");
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request(string method, string path, string? body) => Http.Request(
        method, path, body, "Idempotency-Key: \"12345678\"", "Reason: because", "If-Match: \"1\"");

    private static async Task<int> Try(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, Http.Cancellation);
        if ((int)response.StatusCode < 400)
            return 0;
        var problem = await response.AnyProblem();
        Assert.True((int)response.StatusCode < 500, $"{request.Method} {request.RequestUri}: {problem}");
        return 1;
    }

    private static IEnumerable<(string Method, string Pattern)> Calls(GatewayHost host) => host.Endpoints
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            .Select(method => (method, endpoint.RoutePattern.RawText!)));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
