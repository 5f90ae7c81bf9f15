using System.Collections.Immutable;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Users;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Lists people and changes their rights for a caller, through either door. Nobody changes their own rights, and nobody
/// gives what lies outside their own legal entities.
/// </summary>
internal sealed class UserDesk(IUserStore store, Standings standings, TimeProvider clock)
{
    private const int NameLengthMax = 100;

    /// <summary>People in order of their id, after an id.</summary>
    public async Task<ImmutableArray<StoredUser>> List(
        Caller caller, string afterId, int countMax, CancellationToken cancellation) =>
        caller.IsUnlimited
            ? await store.List(afterId, countMax, cancellation)
            : [.. (await Within(caller, afterId, cancellation)).Take(countMax)];

    /// <summary>The person, or null where the caller may not see it.</summary>
    public async Task<StoredUser?> Find(Caller caller, string personId, CancellationToken cancellation) =>
        await store.Find(personId, cancellation) is { } user && Reaches(caller, user.Entities) ? user : null;

    /// <summary>Stores a person's rights over a version; null for somebody new.</summary>
    public async Task<Reply<StoredUser>> Put(
        Caller caller, (string PersonId, long? Version, UserRights Rights) wanted, AuditEntry noted,
        CancellationToken cancellation)
    {
        var (personId, version, rights) = wanted;
        if (personId == caller.PersonId)
            return No(ProblemCode.OwnRights, "Somebody else changes your rights.");
        if (Broken(caller, personId, rights) is { } broken)
            return No(ProblemCode.UserInvalid, broken);
        var before = await store.Find(personId, cancellation);
        if (before is not null && !Reaches(caller, before.Entities))
            return No(ProblemCode.UserInvalid, "The person's rights reach further than yours.");
        if (before is null && version is not null)
            return No(ProblemCode.UserUnknown, "There is no such person.");
        if ((before?.Version ?? 0) != (version ?? 0))
            return No(ProblemCode.StaleVersion, $"The person is at version {before?.Version} now.");
        var user = new StoredUser(
            personId, rights.Name.Trim(), rights.Roles, rights.Entities, rights.IsActive, version ?? 0,
            clock.GetUtcNow(), caller.PersonId);
        var entry = noted with
        {
            Action = "user-changed",
            Subject = new AuditSubject("user", personId),
            Before = before is null ? null : UserText.Of(before),
            After = UserText.Of(user),
        };
        if (!await store.Put(user, entry, cancellation))
            return No(ProblemCode.StaleVersion, "Somebody else changed the person in the same moment.");
        standings.Forget(personId);
        return new Reply<StoredUser>(user with { Version = user.Version + 1 });
    }

    private static string? Broken(Caller caller, string personId, UserRights rights)
    {
        if (!PathIds.IsId(personId))
            return "The person id must have 1 to 100 printable characters without spaces.";
        if (string.IsNullOrWhiteSpace(rights.Name) || rights.Name.Length > NameLengthMax)
            return "The name must have 1 to 100 characters.";
        if (rights.Roles.IsDefault || rights.Roles.Except(Role.All, StringComparer.Ordinal).Any())
            return $"The roles must be some of: {string.Join(", ", Role.All)}.";
        if (rights.Entities.IsDefault || rights.Entities.Any(id => !PathIds.IsId(id) || id == BillingClaim.AllEntities))
            return "The legal entities must be ids; none at all means no limit.";
        return Reaches(caller, rights.Entities) ? null : "Nobody gives rights that reach further than their own.";
    }

    private async Task<IEnumerable<StoredUser>> Within(Caller caller, string afterId, CancellationToken cancellation) =>
        (await store.List(afterId, int.MaxValue, cancellation)).Where(user => Reaches(caller, user.Entities));

    private static bool Reaches(Caller caller, ImmutableArray<string> entities) =>
        caller.IsUnlimited || (!entities.IsEmpty && entities.All(caller.Scope.Allows));

    private static Reply<StoredUser> No(string code, string detail) => Reply<StoredUser>.No(code, detail);
}
