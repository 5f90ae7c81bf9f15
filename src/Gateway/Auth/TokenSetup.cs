using BillingActors.Gateway.Audit;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Says which tokens are believed: one issuer, one audience, pinned public keys, two algorithms, 60 s of skew. Who
/// forges tokens of a person is not heard from there for a while; a token that is merely too old is no forgery.
/// </summary>
internal sealed class TokenSetup(
    IOptions<AuthOptions> options, DevelopmentIssuer development, LockOut lockOut, IAuditTrail trail,
    TimeProvider clock) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string Nobody = "token:";
    private const int PersonLengthMax = 110;

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
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = Listen,
            OnAuthenticationFailed = Count,
            OnTokenValidated = CheckClaims,
        };
    }

    /// <summary>
    /// The name under which failures of a token are counted: the person it claims to be of, whom nobody proved yet.
    /// </summary>
    private static string AccountOf(HttpRequest request)
    {
        var text = BearerText.Of(request);
        try
        {
            return "token:" + new JsonWebTokenHandler().ReadJsonWebToken(text).GetPayloadValue<string>(
                BillingClaim.Person) is { Length: <= PersonLengthMax } account
                ? account
                : Nobody;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return Nobody;
        }
    }

    private Task Listen(MessageReceivedContext context)
    {
        // Locked or wrong: the answer is the same.
        if (lockOut.Holds(AccountOf(context.Request), LockOut.NetworkOf(context.HttpContext)))
            context.Fail("The token is not believed.");
        return Task.CompletedTask;
    }

    private async Task Count(AuthenticationFailedContext context)
    {
        if (context.Exception is SecurityTokenExpiredException or SecurityTokenNotYetValidException
            or SecurityTokenInvalidLifetimeException)
        {
            return;
        }
        var network = LockOut.NetworkOf(context.HttpContext);
        if (!lockOut.Fail(AccountOf(context.Request), network))
            return;
        var entry = context.HttpContext.Note(
            ("(unknown)", Noting.Api), "locked-out", new AuditSubject("token", "(unknown)"));
        await trail.Append(
            entry with { After = "from " + (network.Length == 0 ? "an unknown network" : network) },
            context.HttpContext.RequestAborted);
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

    private Task CheckClaims(TokenValidatedContext context)
    {
        lockOut.Succeed(AccountOf(context.Request), LockOut.NetworkOf(context.HttpContext));
        var hasPerson = context.Principal!.FindFirst(BillingClaim.Person) is { Value.Length: > 0 };
        if (!hasPerson || context.Principal.FindFirst(BillingClaim.Entity) is null)
            context.Fail("The token names no person or says nothing about legal entities.");
        return Task.CompletedTask;
    }
}
