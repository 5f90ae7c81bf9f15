using System.Text.RegularExpressions;

namespace BillingActors.Gateway.Tests;

public sealed partial class SecurityHeaderTests
{
    [Fact]
    public async Task Every_answer_of_every_route_carries_the_headers()
    {
        await using var host = await GatewayHost.Start();
        var client = host.As("supervisor");
        var paths = host.Endpoints
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "nobody"))
            .Append("/").Append("/nothing").Append("/v1/nothing").Distinct();
        foreach (var path in paths)
        {
            using var response = await client.Send("GET", path);
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
            Assert.NotEmpty(Header(response, "Permissions-Policy"));
            var policy = Header(response, "Content-Security-Policy");
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            if (path.StartsWith("/v1", StringComparison.Ordinal))
                Assert.Contains("no-store", Header(response, "Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pages_of_the_document_load_nothing_from_elsewhere()
    {
        await using var host = await GatewayHost.Start();
        using var response = await host.Anonymous().Send("GET", "/scalar/v1");
        var page = await response.Content.ReadAsStringAsync(Http.Cancellation);
        Assert.True(response.IsSuccessStatusCode, page);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.All(Script().Matches(page), script => Assert.Contains(nonce, script.Value, StringComparison.Ordinal));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
