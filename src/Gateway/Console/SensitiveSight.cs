using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Console;

/// <summary>
/// Notes looks at sensitive accounts that no address tells of: a request shown in the inbox, a bill of a run. Without
/// the entry there is no look.
/// </summary>
internal sealed class SensitiveSight(SensitiveMarks marks, IAuditTrail trail, TimeProvider wall)
{
    /// <summary>What the trail calls a look.</summary>
    public const string Action = "sensitive-account-viewed";

    /// <summary>Notes that somebody is about to see something of an account, where that is to be noted.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="account">At what.</param>
    /// <param name="place">Where, as the path of a page.</param>
    /// <param name="cancellation">Ends the wait; the entry may then be there or not.</param>
    public async Task Note(
        Caller caller, (string EntityId, string AccountId) account, string place, CancellationToken cancellation)
    {
        var key = AccountKey.Of(account.EntityId, account.AccountId);
        if (!await marks.Has(key, cancellation))
            return;
        var subject = new AuditSubject("account", key, account.EntityId, account.AccountId);
        var entry = new AuditEntry(
            wall.GetUtcNow(), caller.PersonId, Noting.Console, Action, subject, $"look-{Guid.NewGuid():N}")
        {
            After = place,
        };
        await trail.Append(entry, cancellation);
    }
}
