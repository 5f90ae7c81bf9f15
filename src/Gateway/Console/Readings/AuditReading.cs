using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads who did what: entries of the audit trail, and the history of accounts with its chain.</summary>
internal sealed class AuditReading(
    IGrainFactory grains, IAuditTrail trail, IAuditSeals seals, IChainVerifier chains)
{
    private const int SealCount = 5;
    private const int NoteCount = 50;

    /// <summary>Entries before a position, newest first.</summary>
    public async Task<ImmutableArray<AuditEntryView>> Entries(
        AuditFilter filter, long before, int countMax, CancellationToken cancellation) =>
        [.. (await trail.Read(filter, before, countMax, cancellation)).Select(AuditEntryView.Of)];

    /// <summary>The newest seals.</summary>
    public Task<ImmutableArray<AuditSeal>> Seals(CancellationToken cancellation) =>
        seals.List(0, SealCount, cancellation);

    /// <summary>Whether the chain of administration holds.</summary>
    public Task<AuditChainState> Check(CancellationToken cancellation) => trail.Check(cancellation);

    /// <summary>Seals all chains; null when somebody else did in the same moment.</summary>
    public Task<AuditSeal?> Seal(SealRequest request, CancellationToken cancellation) =>
        seals.Seal(request, cancellation);

    /// <summary>An account's history and what was noted of it; null where there is none the person may see.</summary>
    public async Task<AccountTrail?> Account(
        Caller caller, (string EntityId, string AccountId) account, long before, CancellationToken cancellation)
    {
        // Who reads the trail of the installation need not be let into accounts.
        if (!caller.Scope.Allows(account.EntityId) || !RolePermissions.Allow(caller.Roles, Permissions.AccountsRead))
            return null;
        var key = AccountKey.Of(account.EntityId, account.AccountId);
        var history = await grains.Account(key).History(before, cancellation);
        if (history.IsEmpty && before == 0)
            return null;
        var filter = new AuditFilter(caller.Scope) { EntityId = account.EntityId, AccountId = account.AccountId };
        var notes = await Entries(filter, 0, NoteCount, cancellation);
        var fault = await chains.Verify(key, cancellation);
        return new AccountTrail([.. history.Select(entry => entry.For(caller))], notes, fault);
    }
}
