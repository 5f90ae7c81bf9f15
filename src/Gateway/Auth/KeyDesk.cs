using System.Collections.Immutable;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Keys;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Lists, makes and takes back API keys for a caller, through either door. A key acts as its maker and does no more
/// than that person may, save what programs need: so no key is a second person, nor a right that somebody else must
/// give. A caller with a limit sees and makes only keys that are limited at least as much.
/// </summary>
internal sealed class KeyDesk(IKeyStore store, KeyRing keys, TimeProvider clock)
{
    private const string Kind = "key";

    public async Task<ImmutableArray<ApiKeyView>> List(Caller caller, CancellationToken cancellation) =>
        [.. (await store.List(cancellation)).Where(key => Reaches(caller, key.Entities))];

    /// <summary>Makes a key under an id that belongs to the request; its text is in this answer only.</summary>
    public async Task<Reply<IssuedKey>> Make(
        Caller caller, NewKey wanted, (string KeyId, AuditEntry Noted) request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (KeyIssuing.Check(wanted, now) is { } broken)
            return Reply<IssuedKey>.No(ProblemCode.KeyInvalid, broken);
        if (!Reaches(caller, wanted.Entities))
            return Reply<IssuedKey>.No(ProblemCode.KeyInvalid, "A key reaches no further than its maker.");
        if (wanted.PersonId != caller.PersonId)
        {
            return Reply<IssuedKey>.No(
                ProblemCode.KeyInvalid, $"A key acts as the person who makes it: {caller.PersonId}.");
        }
        if (wanted.Roles.Except([.. caller.Roles, .. Role.OfPrograms], StringComparer.Ordinal).Any())
        {
            return Reply<IssuedKey>.No(
                ProblemCode.KeyInvalid,
                $"Beyond the roles of its maker a key may have: {string.Join(", ", Role.OfPrograms)}.");
        }
        var (keyId, noted) = request;
        if (await store.Read(keyId, cancellation) is not null)
        {
            return Reply<IssuedKey>.No(
                ProblemCode.KeyExists, $"The key {keyId} was made by this Idempotency-Key before.");
        }
        var (stored, issued) = KeyIssuing.Create(wanted, now, keyId);
        var entry = noted with { Action = "key-made", Subject = Of(keyId), After = KeyIssuing.Describe(stored.View) };
        await store.Add(stored, entry, cancellation);
        keys.Forget(keyId);
        return new Reply<IssuedKey>(issued);
    }

    /// <summary>Takes a key back for good; again is a replay.</summary>
    public async Task<Reply<ApiKeyView>> Revoke(
        Caller caller, string keyId, AuditEntry noted, CancellationToken cancellation)
    {
        if (await store.Read(keyId, cancellation) is not { } key || !Reaches(caller, key.View.Entities))
            return Reply<ApiKeyView>.No(ProblemCode.KeyUnknown, "There is no such key.");
        var entry = noted with { Action = "key-revoked", Subject = Of(keyId), Before = KeyIssuing.Describe(key.View) };
        var isNew = await store.Revoke(keyId, entry, cancellation);
        keys.Forget(keyId);
        return new Reply<ApiKeyView>(key.View, IsReplay: !isNew);
    }

    private static AuditSubject Of(string keyId) => new(Kind, keyId);

    private static bool Reaches(Caller caller, ImmutableArray<string> entities) =>
        caller.IsUnlimited || (!entities.IsEmpty && entities.All(caller.Scope.Allows));
}
