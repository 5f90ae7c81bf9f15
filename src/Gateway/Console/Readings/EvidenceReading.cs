using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads and stores the documents of disputes, of accounts the person may see.</summary>
internal sealed class EvidenceReading(IGrainFactory grains, IEvidenceStore store)
{
    /// <summary>What was filed to a dispute, with what is kept of it here.</summary>
    public async Task<ImmutableArray<(DisputeDocumentView Filed, EvidenceHead? Head)>> Of(
        Caller caller, string entityId, string accountId, DisputeView dispute, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(entityId) || dispute.Documents.IsEmpty)
            return [];
        var heads = await store.Heads(
            new EvidenceKey(AccountKey.Of(entityId, accountId), dispute.DisputeId), cancellation);
        return
        [
            .. dispute.Documents.Select(filed =>
                (filed, heads.FirstOrDefault(head => head.DocumentId == filed.DocumentId))),
        ];
    }

    /// <summary>Stores a document of a dispute that there is; null where it is not taken.</summary>
    public async Task<EvidenceHead?> Store(
        Caller caller, (string EntityId, string AccountId, string DisputeId) of, (string Name, byte[] Content) file,
        CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(of.EntityId) || !RolePermissions.Allow(caller.Roles, Permissions.DisputesOpen)
            || await grains.Account(AccountKey.Of(of.EntityId, of.AccountId)).View(cancellation) is not { } account
            || (await Grain(of.EntityId, of.AccountId).ViewDisputes(cancellation))?.Disputes
                .Any(one => one.DisputeId == of.DisputeId) != true)
        {
            return null;
        }
        return await store.Add(
            new EvidenceKey(AccountKey.Of(of.EntityId, of.AccountId), of.DisputeId), account.CustomerId,
            new EvidenceFile(file.Name, file.Content, caller.PersonId), cancellation);
    }

    /// <summary>A document that was filed to a dispute; null where there is none the person may see.</summary>
    public async Task<(EvidenceHead Head, byte[] Content)?> Find(
        Caller caller, (string EntityId, string AccountId, string DisputeId) of, string documentId,
        CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(of.EntityId))
            return null;
        var disputes = (await Grain(of.EntityId, of.AccountId).ViewDisputes(cancellation))?.Disputes ?? [];
        return disputes.Any(one => one.DisputeId == of.DisputeId
            && one.Documents.Any(document => document.DocumentId == documentId))
            ? await store.Find(
                new EvidenceKey(AccountKey.Of(of.EntityId, of.AccountId), of.DisputeId, documentId), cancellation)
            : null;
    }

    /// <summary>The grain of an account's disputes.</summary>
    public IAccountDisputesGrain Grain(string entityId, string accountId) =>
        grains.GetGrain<IAccountDisputesGrain>(AccountKey.Of(entityId, accountId));
}
