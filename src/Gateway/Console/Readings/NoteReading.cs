using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads notes for the page of an account that the person may see.</summary>
internal sealed class NoteReading(INoteStore store, IReports reports, IGrainFactory grains)
{
    private const int NewestCount = 50;
    private const int DocumentCount = 24;

    /// <summary>What the head and the timeline of the account show.</summary>
    public async Task<AccountNotes> Of(
        Caller caller, (string EntityId, string AccountId) account, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(account.EntityId) || !RolePermissions.Allow(caller.Roles, Permissions.NotesRead))
            return AccountNotes.None;
        var key = AccountKey.Of(account.EntityId, account.AccountId);
        var pinned = store.Of(key, new NoteFilter(IsPinnedOnly: true), (0, INoteStore.PinnedMax), cancellation);
        var newest = await store.Of(key, new NoteFilter(), (0, NewestCount), cancellation);
        return new AccountNotes(await pinned, newest);
    }

    /// <summary>What a new note can be about: newest documents and disputes, as far as the person sees them.</summary>
    public async Task<ImmutableArray<NoteChoice>> Documents(
        Caller caller, (string EntityId, string AccountId) account, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(account.EntityId))
            return [];
        var key = AccountKey.Of(account.EntityId, account.AccountId);
        var invoices = RolePermissions.Allow(caller.Roles, Permissions.InvoicesRead)
            ? await reports.InvoicesOf(key, 0, DocumentCount, cancellation)
            : [];
        var disputes = RolePermissions.Allow(caller.Roles, Permissions.DisputesRead)
            ? await grains.GetGrain<IAccountDisputesGrain>(key).ViewDisputes(cancellation)
            : null;
        return
        [
            .. invoices.Select(row => new NoteChoice($"{AccountNote.AboutInvoice}/{row.InvoiceId}", row.Number)),
            .. (disputes?.Disputes ?? []).Reverse().Take(DocumentCount).Select(dispute => new NoteChoice(
                $"{AccountNote.AboutDispute}/{dispute.DisputeId}", $"dispute {dispute.DisputeId}")),
        ];
    }
}
