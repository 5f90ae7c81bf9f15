using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>
/// An issuer of identities on a loopback port: discovery, keys, authorization with PKCE, tokens. It lets everybody in
/// as
/// whom the test says, and tells one lie if asked.
/// </summary>
public sealed class TestIssuer : IAsyncLifetime
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _app = Build();

    public string Address => _app.Urls.First();

    public string PersonId { get; set; } = "ada";

    public DateTimeOffset Now { get; set; }

    /// <summary>When the person proved itself; null to say nothing.</summary>
    public DateTimeOffset? ProvedAt { get; set; }

    /// <summary>The lie: "nonce", "issuer", "audience", "key", "expired", "unsigned".</summary>
    public string Lie { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        _app.MapGet("/.well-known/openid-configuration", Discover);
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", Token);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Honest again, for the next test.</summary>
    public void Reset(DateTimeOffset now) => (PersonId, Now, ProvedAt, Lie) = ("ada", now, null, "");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _other.Dispose();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private IResult Discover() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = Address + "/authorize",
        ["token_endpoint"] = Address + "/token",
        ["jwks_uri"] = Address + "/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(
            new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)));
        var shown = new { kty = key.Kty, n = key.N, e = key.E, use = "sig", kid = "1" };
        return Results.Json(new { keys = new[] { shown } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Asked(
            query["nonce"].ToString(), query["code_challenge"].ToString(), query["redirect_uri"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(),
            new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"].ToString() }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var asked))
            return Results.BadRequest(new { error = "invalid_grant" });
        var proof = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        if (WebEncoders.Base64UrlEncode(proof) != asked.Challenge || form["redirect_uri"] != asked.RedirectUri)
            return Results.BadRequest(new { error = "invalid_grant" });
        return Results.Json(new { access_token = "none", token_type = "Bearer", id_token = IdToken(asked.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var claims = new List<Claim> { new("sub", PersonId), new("nonce", Lie == "nonce" ? "another" : nonce) };
        if (ProvedAt is { } at)
            claims.Add(new Claim("auth_time", $"{at.ToUnixTimeSeconds()}", ClaimValueTypes.Integer64));
        var signing = new RsaSecurityKey(Lie == "key" ? _other : _key) { KeyId = "1" };
        var begins = Lie == "expired" ? Now.AddHours(-2) : Now;
        var writer = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return writer.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Lie == "issuer" ? "https://evil.example" : Address,
            Audience = Lie == "audience" ? "another" : "console",
            Subject = new ClaimsIdentity(claims),
            IssuedAt = begins.UtcDateTime,
            Expires = begins.AddMinutes(5).UtcDateTime,
            SigningCredentials =
                Lie == "unsigned" ? null : new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
        });
    }

    private sealed record Asked(string Nonce, string Challenge, string RedirectUri);
}
