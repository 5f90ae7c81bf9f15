using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Says which tokens are believed: one issuer, one audience, pinned public keys, two algorithms, 60 s of skew.
/// </summary>
internal sealed class TokenSetup(IOptions<AuthOptions> options, DevelopmentIssuer development, TimeProvider clock)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(AuthScheme.Token, options);

    public void Configure(string? name, JwtBearerOptions bearer)
    {
        if (name != AuthScheme.Token)
            return;
        bearer.MapInboundClaims = false;
        bearer.IncludeErrorDetails = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = development.IsOn ? DevelopmentIssuer.Name : options.Value.Issuer,
            ValidAudience = options.Value.Audience,
            IssuerSigningKeys = Keys(),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            LifetimeValidator = (from, until, _, _) => TokenLifetime.Holds(clock, from, until),
            NameClaimType = BillingClaim.Person,
            RoleClaimType = BillingClaim.Role,
        };
        bearer.Events = new JwtBearerEvents { OnTokenValidated = CheckClaims };
    }

    private IEnumerable<SecurityKey> Keys()
    {
        if (development.IsOn)
            return [development.PublicKey];
        return options.Value.Issuer.Length == 0
            ? []
            : new JsonWebKeySet(File.ReadAllText(options.Value.KeySetPath)).Keys
                .Where(key => key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve);
    }

    private static Task CheckClaims(TokenValidatedContext context)
    {
        var hasPerson = context.Principal!.FindFirst(BillingClaim.Person) is { Value.Length: > 0 };
        if (!hasPerson || context.Principal.FindFirst(BillingClaim.Entity) is null)
            context.Fail("The token names no person or says nothing about legal entities.");
        return Task.CompletedTask;
    }
}
