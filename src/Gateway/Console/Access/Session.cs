using System.Globalization;
using System.Security.Claims;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Console.Access;

/// <summary>A session: who, since when, and when the person last proved to be it.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="ProvedAt">When the person last logged in.</param>
internal sealed record Session(string PersonId, DateTimeOffset BeganAt, DateTimeOffset ProvedAt)
{
    /// <summary>The session a principal carries, or null.</summary>
    public static Session? Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(BillingClaim.Person) is { Length: > 0 } person
        && At(user, SessionClaim.BeganAt) is { } began && At(user, SessionClaim.ProvedAt) is { } proved
            ? new Session(person, began, proved)
            : null;

    /// <summary>A principal that carries the session and what its person may do now.</summary>
    public ClaimsPrincipal ToPrincipal(StoredUser user, string look)
    {
        var claims = new List<Claim>
        {
            new(BillingClaim.Person, user.PersonId),
            new(SessionClaim.Name, user.Name),
            new(SessionClaim.BeganAt, Seconds(BeganAt)),
            new(SessionClaim.ProvedAt, Seconds(ProvedAt)),
            new(SessionClaim.Look, look),
        };
        claims.AddRange(user.Roles.Select(role => new Claim(BillingClaim.Role, role)));
        claims.AddRange(user.Entities.DefaultIfEmpty(BillingClaim.AllEntities)
            .Select(entity => new Claim(BillingClaim.Entity, entity)));
        return new ClaimsPrincipal(new ClaimsIdentity(
            claims, ConsoleScheme.Session, SessionClaim.Name, BillingClaim.Role));
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? At(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
