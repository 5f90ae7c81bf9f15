using System.Security.Claims;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Users;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>Makes a session of a person whose identity was proved; the store of people says whether it may.</summary>
internal sealed class LogIn(
    IUserStore users, Standings standings, IAuditTrail trail, LockOut lockOut, IOptions<ConsoleOptions> options,
    TimeProvider clock)
{
    /// <summary>
    /// The session's principal, or null where nobody gave the person a role, or it was refused too often lately.
    /// </summary>
    /// <param name="proof">Who proved to be whom, and when.</param>
    /// <param name="before">Whom the session before was of.</param>
    /// <param name="http">The request.</param>
    public async Task<ClaimsPrincipal?> Begin(
        (string PersonId, DateTimeOffset At) proof, ClaimsPrincipal? before, HttpContext http)
    {
        var (personId, cancellation) = (proof.PersonId, http.RequestAborted);
        var network = LockOut.NetworkOf(http);
        if (lockOut.Holds(AccountOf(personId), network))
            return null;
        standings.Forget(personId);
        var user = await standings.Of(personId, cancellation) ?? await MakeFirst(personId, http);
        if (user is null)
        {
            await Refuse(personId, "no role", http);
            return null;
        }
        lockOut.Succeed(AccountOf(personId), network);
        var now = clock.GetUtcNow();
        // Proving identity again, as for an approval, does not make a session longer.
        var began = Session.Of(before) is { } session && session.PersonId == personId ? session.BeganAt : now;
        await Note("logged-in", personId, null, http);
        return new Session(personId, began, proof.At < now ? proof.At : now).ToPrincipal(user, "");
    }

    /// <summary>Notes that somebody was not let in; who it claims to be, as far as anybody said.</summary>
    public async Task Refuse(string personId, string why, HttpContext http)
    {
        var network = LockOut.NetworkOf(http);
        // What is refused while it is locked was noted when the lock began: nobody fills the trail by trying.
        if (lockOut.Holds(AccountOf(personId), network))
            return;
        var isLocked = lockOut.Fail(AccountOf(personId), network);
        await Note("log-in-refused", personId, why, http);
        if (isLocked)
            await Note("locked-out", personId, null, http);
    }

    /// <summary>Notes that somebody went.</summary>
    public Task Leave(string personId, HttpContext http) => Note("logged-out", personId, null, http);

    /// <summary>Stores a person as a developer wants to be, over what is stored.</summary>
    public async Task Become(
        (string PersonId, string Name) who, IReadOnlyCollection<string> roles, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var stored = await users.Find(who.PersonId, cancellation);
        var wanted = new StoredUser(
            who.PersonId, who.Name, [.. roles], [], IsActive: true, stored?.Version ?? 0, clock.GetUtcNow(),
            who.PersonId);
        var noted = http.Note(
            (who.PersonId, Noting.Console), "user-changed", new AuditSubject("user", who.PersonId)) with
        {
            Before = stored is null ? null : UserText.Of(stored),
            After = UserText.Of(wanted),
        };
        await users.Put(wanted, noted, cancellation);
        standings.Forget(who.PersonId);
    }

    private static string AccountOf(string personId) => "person:" + personId;

    private async Task<StoredUser?> MakeFirst(string personId, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var isFirst = personId == options.Value.FirstAdministrator
            && (await users.List("", 1, cancellation)).IsEmpty;
        if (!isFirst)
            return null;
        await Become((personId, personId), [Role.Admin], http);
        return await standings.Of(personId, cancellation);
    }

    private Task<bool> Note(string action, string personId, string? why, HttpContext http) => trail.Append(
        http.Note((personId, Noting.Console), action, new AuditSubject("user", personId)) with
        {
            Reason = why,
            After = "from " + (http.Connection.RemoteIpAddress?.ToString() ?? "an unknown address"),
        },
        http.RequestAborted);
}
