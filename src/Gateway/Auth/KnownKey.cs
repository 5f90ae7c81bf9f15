using System.Security.Claims;
using BillingActors.Grains.Interfaces.Keys;

namespace BillingActors.Gateway.Auth;

/// <summary>An API key that proved itself, and whom it makes its holder.</summary>
internal sealed class KnownKey
{
    private KnownKey(ClaimsPrincipal user) => (User, Caller) = (user, Caller.Of(user));

    /// <summary>The authenticated user.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>The same as the engine sees it.</summary>
    public Caller Caller { get; }

    public static KnownKey Of(ApiKeyView view)
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
        return new KnownKey(new ClaimsPrincipal(
            new ClaimsIdentity(claims, AuthScheme.Key, BillingClaim.Person, BillingClaim.Role)));
    }
}
