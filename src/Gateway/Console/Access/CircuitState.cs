using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// Looks every minute whether the person of an open page still has what it had: a page outlives its cookie.
/// </summary>
internal sealed class CircuitState(
    ILoggerFactory logs, Standings standings, CircuitActivity activity, IOptions<ConsoleOptions> options,
    TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var (now, limits) = (clock.GetUtcNow(), options.Value);
        return Session.Of(authenticationState.User) is { } session
            && now - session.BeganAt <= TimeSpan.FromHours(limits.SessionHours)
            && now - activity.LastAt <= TimeSpan.FromMinutes(limits.IdleMinutes)
            && await standings.Of(session.PersonId, cancellationToken) is { } user
            && user.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(RolesOf(authenticationState));
    }

    private static IEnumerable<string> RolesOf(AuthenticationState state) =>
        state.User.FindAll(Auth.BillingClaim.Role).Select(claim => claim.Value);
}
