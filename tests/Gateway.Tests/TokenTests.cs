using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Tests;

public sealed class TokenTests(TokenTests.SigningKey signing) : IClassFixture<TokenTests.SigningKey>, IAsyncLifetime
{
    private const string Issuer = "https://login.example";
    private static int _last;
    private GatewayHost _host = null!;

    private RsaSecurityKey Key => new(signing.Pair) { KeyId = "k1" };

    private DateTime Now => _host.Behind.Clock.GetUtcNow().UtcDateTime;

    // Each test comes from an address of its own: what one of them forges locks out none of the others.
    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start(
            ("Billing:Auth:Issuer", Issuer), ("Billing:Auth:KeySetPath", signing.KeySetPath));
        _host.Behind.Address = new IPAddress([198, 51, 100, (byte)Interlocked.Increment(ref _last)]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_good_token_is_believed()
    {
        using var response = await Me(Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var me = await response.Json();
        Assert.Equal("pat", me.GetProperty("personId").GetString());
        Assert.Contains("accounts.read", me.GetProperty("permissions").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_believed_60_seconds_beyond_its_end_and_no_longer()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOf(Token(d => d.Expires = Now.AddSeconds(-59))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(Token(d => d.Expires = Now.AddSeconds(-61))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(Token(d => d.NotBefore = Now.AddSeconds(61))));
    }

    [Fact]
    public async Task Another_issuer_or_audience_is_refused()
    {
        await Refused(Token(d => d.Issuer = "https://evil.example"));
        await Refused(Token(d => d.Audience = "other"));
    }

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused()
    {
        using var other = RSA.Create(2048);
        await Refused(Token(d => d.SigningCredentials = new SigningCredentials(
            new RsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256)));
        await Refused(Token(d => d.SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha512)));
    }

    [Fact]
    public async Task Forged_tokens_of_a_person_lock_it_out_where_they_come_from_and_old_ones_lock_nobody()
    {
        _host.Behind.Address = IPAddress.Parse("203.0.113.40");
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(Token(d => d.Expires = Now.AddSeconds(-90))));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(Token()));
        for (var i = 0; i < 5; i++)
            await Refused(Token(d => d.Issuer = "https://evil.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(Token()));
        _host.Behind.Address = IPAddress.Parse("203.0.113.41");
        Assert.Equal(HttpStatusCode.OK, await StatusOf(Token()));
        Assert.Single(_host.Behind.Audit.Entries, entry => entry.Action == "locked-out");
        _host.Behind.Address = IPAddress.Parse("203.0.113.40");
        _host.Behind.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(Token()));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(Token()));
    }

    [Fact]
    public async Task Algorithm_none_is_refused()
    {
        var parts = Token().Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        await Refused($"{header}.{parts[1]}.");
        await Refused($"{header}.{parts[1]}.{parts[2]}");
    }

    [Fact]
    public async Task The_public_key_as_a_shared_secret_is_refused()
    {
        var pem = Encoding.ASCII.GetBytes(signing.Pair.ExportSubjectPublicKeyInfoPem());
        await Refused(Token(d => d.SigningCredentials = new SigningCredentials(
            new SymmetricSecurityKey(pem) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public async Task A_key_inside_the_token_is_not_used()
    {
        using var own = RSA.Create(2048);
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(own.ExportParameters(false)));
        await Refused(Token(d =>
        {
            d.SigningCredentials = new SigningCredentials(new RsaSecurityKey(own), SecurityAlgorithms.RsaSha256);
            d.AdditionalHeaderClaims = Members(("jwk", Members(("kty", "RSA"), ("n", jwk.N), ("e", jwk.E))));
        }));
    }

    [Fact]
    public async Task A_changed_payload_is_refused()
    {
        var parts = Token().Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("agent", "admin", StringComparison.Ordinal);
        await Refused($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_that_says_nothing_about_legal_entities_is_refused() =>
        await Refused(Token(d => d.Subject = Person(("sub", "pat"), ("roles", "admin"))));

    [Fact]
    public async Task Rubbish_is_refused()
    {
        foreach (var text in new[] { "x", "a.b.c", "..", "bak_", "bak_x_y", "eyJhbGciOiJSUzI1NiJ9" })
            await Refused(text);
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "billing",
            IssuedAt = Now.AddHours(-1),
            NotBefore = Now.AddHours(-1),
            Expires = Now.AddHours(1),
            Subject = Person(("sub", "pat"), ("roles", "agent"), ("entities", "*")),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static ClaimsIdentity Person(params (string Type, string Value)[] claims) =>
        new(claims.Select(claim => new Claim(claim.Type, claim.Value)));

    private static Dictionary<string, object> Members(params (string Name, object Value)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private Task<HttpResponseMessage> Me(string token) => _host.With(token).Send("GET", "/v1/me");

    private async Task<HttpStatusCode> StatusOf(string token)
    {
        using var response = await Me(token);
        return response.StatusCode;
    }

    private async Task Refused(string token)
    {
        using var response = await Me(token);
        await response.Problem(HttpStatusCode.Unauthorized, "not-authenticated");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    /// <summary>The issuer's key pair, and the file that publishes its open half.</summary>
    public sealed class SigningKey : IDisposable
    {
        public SigningKey()
        {
            var parameters = Pair.ExportParameters(includePrivateParameters: false);
            var (n, e) = (Base64UrlEncoder.Encode(parameters.Modulus), Base64UrlEncoder.Encode(parameters.Exponent));
            var keys = $$"""{"keys":[{"kty":"RSA","kid":"k1","use":"sig","n":"{{n}}","e":"{{e}}"}]}""";
            File.WriteAllText(KeySetPath, keys);
        }

        public RSA Pair { get; } = RSA.Create(2048);

        public string KeySetPath { get; } = Path.GetTempFileName();

        public void Dispose()
        {
            Pair.Dispose();
            File.Delete(KeySetPath);
        }
    }
}
