using System.Security.Claims;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Users;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>Makes a session of a person whose identity was proved; the store of people says whether it may.</summary>
internal sealed class LogIn(
    IUserStore users, Standings standings, IOptions<ConsoleOptions> options, TimeProvider clock)
{
    /// <summary>The session's principal, or null where nobody gave the person a role.</summary>
    public async Task<ClaimsPrincipal?> Begin(string personId, ClaimsPrincipal? before, CancellationToken cancellation)
    {
        standings.Forget(personId);
        var user = await standings.Of(personId, cancellation) ?? await MakeFirst(personId, cancellation);
        if (user is null)
            return null;
        var now = clock.GetUtcNow();
        // Proving identity again, as for an approval, does not make a session longer.
        var began = Session.Of(before) is { } session && session.PersonId == personId ? session.BeganAt : now;
        return new Session(personId, began, now).ToPrincipal(user, "");
    }

    /// <summary>Stores a person as a developer wants to be, over what is stored.</summary>
    public async Task Become(
        (string PersonId, string Name) who, IReadOnlyCollection<string> roles, CancellationToken cancellation)
    {
        var stored = await users.Find(who.PersonId, cancellation);
        var wanted = new StoredUser(
            who.PersonId, who.Name, [.. roles], [], IsActive: true, stored?.Version ?? 0, clock.GetUtcNow(),
            who.PersonId);
        await users.Put(wanted, cancellation);
        standings.Forget(who.PersonId);
    }

    private async Task<StoredUser?> MakeFirst(string personId, CancellationToken cancellation)
    {
        var isFirst = personId == options.Value.FirstAdministrator
            && (await users.List("", 1, cancellation)).IsEmpty;
        if (!isFirst)
            return null;
        await Become((personId, personId), [Role.Admin], cancellation);
        return await standings.Of(personId, cancellation);
    }
}
