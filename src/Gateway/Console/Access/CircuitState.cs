using BillingActors.Gateway.Auth;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// Looks again and again whether the person of an open page still has what it had: a page outlives its cookie.
/// </summary>
internal sealed class CircuitState(
    ILoggerFactory logs, Standings standings, CircuitActivity activity, IOptions<ConsoleOptions> options,
    TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.Value.CheckSeconds);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var (now, limits) = (clock.GetUtcNow(), options.Value);
        return Session.Of(authenticationState.User) is { } session
            && now - session.BeganAt <= TimeSpan.FromHours(limits.SessionHours)
            && now - activity.LastAt <= TimeSpan.FromMinutes(limits.IdleMinutes)
            && await standings.Of(session.PersonId, cancellationToken) is { } user
            && user.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(ValuesOf(authenticationState, BillingClaim.Role))
            && EntitiesOf(user).SetEquals(ValuesOf(authenticationState, BillingClaim.Entity));
    }

    private static HashSet<string> EntitiesOf(StoredUser user) =>
        user.Entities.DefaultIfEmpty(BillingClaim.AllEntities).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> ValuesOf(AuthenticationState state, string claim) =>
        state.User.FindAll(claim).Select(one => one.Value);
}
