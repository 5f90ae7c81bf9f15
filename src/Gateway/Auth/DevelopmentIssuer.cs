using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Issues tokens to whoever asks, with a key that lives and dies with the process; for a developer's machine only.
/// </summary>
public sealed class DevelopmentIssuer : IDisposable
{
    /// <summary>Issuer of its tokens.</summary>
    public const string Name = "urn:billing:development";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
    private readonly RSA? _key;
    private readonly TimeProvider _clock;
    private readonly string _audience;

    /// <summary>Makes its key when it is switched on.</summary>
    public DevelopmentIssuer(IOptions<AuthOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _audience = options.Value.Audience;
        _key = options.Value.DevelopmentIssuer ? RSA.Create(2048) : null;
    }

    /// <summary>Whether it is switched on.</summary>
    public bool IsOn => _key is not null;

    internal SecurityKey PublicKey => new RsaSecurityKey(Key.ExportParameters(includePrivateParameters: false));

    private RSA Key => _key ?? throw new InvalidOperationException("The development issuer is switched off.");

    /// <summary>A token for a person; no legal entities means no limit.</summary>
    public string Issue(string personId, IEnumerable<string> roles, IReadOnlyCollection<string> entities)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new List<Claim> { new(BillingClaim.Person, personId) };
        claims.AddRange(roles.Select(role => new Claim(BillingClaim.Role, role)));
        claims.AddRange(entities.DefaultIfEmpty(BillingClaim.AllEntities)
            .Select(entity => new Claim(BillingClaim.Entity, entity)));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = _audience,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Key), SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose() => _key?.Dispose();
}
