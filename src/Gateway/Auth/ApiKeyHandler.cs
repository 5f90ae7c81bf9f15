using System.Security.Claims;
using System.Text.Encodings.Web;
using BillingActors.Grains.Interfaces.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Auth;

/// <summary>Authenticates callers by API key; why a key is refused is nobody's business outside.</summary>
internal sealed class ApiKeyHandler(
    KeyRing keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerText.Of(Request) is not { } text)
            return AuthenticateResult.NoResult();
        var view = ApiKeyText.Parse(text) is { } key ? await keys.Verify(key, Context.RequestAborted) : null;
        return view is null
            ? AuthenticateResult.Fail("The API key is not valid.")
            : AuthenticateResult.Success(new AuthenticationTicket(Principal(view), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private ClaimsPrincipal Principal(ApiKeyView view)
    {
        var claims = new List<Claim>
        {
            new(BillingClaim.Person, view.PersonId),
            new(BillingClaim.Key, view.KeyId),
        };
        claims.AddRange(view.Roles.Select(role => new Claim(BillingClaim.Role, role)));
        claims.AddRange(view.Entities.IsEmpty
            ? [new Claim(BillingClaim.Entity, BillingClaim.AllEntities)]
            : view.Entities.Select(entity => new Claim(BillingClaim.Entity, entity)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name, BillingClaim.Person, BillingClaim.Role));
    }
}
