using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace BillingActors.Gateway.Tests;

/// <summary>What the gateway speaks on the wire, over real sockets.</summary>
public sealed class TransportTests(SecureDoor door) : IClassFixture<SecureDoor>
{
    private const byte Alert = 0x15;
    private const byte ProtocolVersion = 70;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task The_door_speaks_new_versions_of_TLS_with_the_certificate_of_the_configuration(
        SslProtocols version)
    {
        using var socket = new TcpClient(door.Https.Host, door.Https.Port);
        await using var secure = new SslStream(socket.GetStream(), false, (_, shown, _, _) => door.IsOurs(shown));

        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = door.Https.Host, EnabledSslProtocols = version },
            Http.Cancellation);

        Assert.Equal(version, secure.SslProtocol);
    }

    /// <summary>
    /// The greeting of RFC 4346, section 7.4.1.2, sent as bytes: our own library may not want to speak it.
    /// </summary>
    [Theory]
    [InlineData(0x01)]
    [InlineData(0x02)]
    public async Task An_old_version_of_TLS_gets_no_answer_but_an_alert(byte minor)
    {
        byte[] hello =
        [
            0x03, minor, .. Enumerable.Range(0, 32).Select(i => (byte)i), 0x00, // Version, random, no session.
            0x00, 0x06, 0xC0, 0x09, 0xC0, 0x13, 0x00, 0x2F, 0x01, 0x00, // Suites of that time, no compression.
        ];
        byte[] record =
        [
            0x16, 0x03, 0x01, 0x00, (byte)(hello.Length + 4), 0x01, 0x00, 0x00, (byte)hello.Length, .. hello,
        ];
        using var socket = new TcpClient(door.Https.Host, door.Https.Port);
        await socket.GetStream().WriteAsync(record, Http.Cancellation);
        var answer = new byte[7];

        await socket.GetStream().ReadExactlyAsync(answer, Http.Cancellation);

        Assert.Equal((Alert, ProtocolVersion), (answer[0], answer[6]));
    }

    [Theory]
    [InlineData("Kestrel:Endpoints:Door:SslProtocols:0", "Tls11")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols:0", "Tls")]
    [InlineData("Kestrel:Endpoints:Door:Sni:*:SslProtocols:1", "Ssl3")]
    public async Task A_configuration_that_asks_for_an_old_version_is_refused_at_the_start(string key, string value)
    {
        await using var app = SecureDoor.Build(("Kestrel:Endpoints:Door:Url", "http://127.0.0.1:0"), (key, value));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(Http.Cancellation));

        Assert.StartsWith(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_a_browser_is_told_to_stay_and_cookies_are_for_this_host_alone()
    {
        using var client = door.Client(door.Https);

        using var page = await client.GetAsync("/console/login", Http.Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith(
            "max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Server"));
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var attributes = cookie.Split("; ").Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.Superset(
                new HashSet<string>(["secure", "httponly", "path=/"], StringComparer.OrdinalIgnoreCase), attributes);
            Assert.DoesNotContain(attributes, each => each.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Plain_http_from_elsewhere_leads_pages_to_https_and_refuses_calls()
    {
        using var client = door.Client(door.Http);

        using var page = await client.GetAsync("/console/accounts?q=a%20b", Http.Cancellation);
        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal(
            $"https://{door.Http.Host}:{door.Https.Port}/console/accounts?q=a%20b",
            page.Headers.Location!.OriginalString);
        using var call = await client.Send("GET", "/v1/me");
        await call.Problem(HttpStatusCode.Forbidden, "https-needed");
        using var form = await client.PostAsync("/console/login", null, Http.Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        using var states = await client.GetAsync("/health/live", Http.Cancellation);
        Assert.Equal(HttpStatusCode.OK, states.StatusCode);

        foreach (var answer in (HttpResponseMessage[])[page, call, form, states])
        {
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "loopback")]
    [InlineData("http://*:0", "anywhere")]
    public async Task Plain_http_is_answered_on_this_machine_and_where_something_in_front_ends_TLS(
        string url, string plainHttp)
    {
        await using var app = SecureDoor.Build(("urls", url), ("Billing:Gateway:PlainHttp", plainHttp));
        await app.StartAsync(Http.Cancellation);
        using var client = new HttpClient();
        var address = url.Contains('*', StringComparison.Ordinal) ? door.Http.Host : IPAddress.Loopback.ToString();

        using var call = await client.GetAsync(
            new Uri($"http://{address}:{new Uri(app.Urls.First()).Port}/v1/me"), Http.Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, call.StatusCode);
    }
}
