using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Grains.Accounts;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Issues a page of drafts in one transaction under the version fence. A draft whose inputs changed since it was
/// calculated is held again; an account that lost the fence is looked at once more, alone.
/// </summary>
internal sealed class PageRelease(
    IAccountStore accounts, IBillRunStore runs, PageCalculation calculation, AccountPages pages, RunPace pace)
{
    private const int AttemptCountMax = 4;

    /// <summary>
    /// Issues the drafts and writes the checkpoint with them; whatever is not issued is settled before the checkpoint
    /// moves past it, so that a crash in between leaves nothing behind.
    /// </summary>
    public async Task<PartitionProgress> Issue(
        RunSettings settings,
        ReleaseOrder order,
        PreparedPage page,
        PageCheckpoint checkpoint,
        CancellationToken cancellation)
    {
        var (drafts, commits, changed) = page;
        if (!changed.IsEmpty)
            await runs.WriteDrafts(settings.RunId, changed, null, cancellation);
        var outcome = await pages.Append(commits, checkpoint, cancellation);
        var issued = outcome.StoredCount;
        var held = changed.Length;
        foreach (var key in outcome.Lost)
        {
            if (await IssueAlone(settings, order, drafts.First(draft => draft.AccountKey == key), cancellation))
                issued++;
            else
                held++;
        }
        if (!outcome.Lost.IsEmpty)
            await pages.Append([], checkpoint, cancellation);
        return new PartitionProgress(drafts.Length, issued, held, checkpoint.IsDone);
    }

    private async Task<bool> IssueAlone(
        RunSettings settings, ReleaseOrder order, BillDraft draft, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            var (_, commits, changed) = await Prepare(settings, order, [draft], cancellation);
            if (!changed.IsEmpty)
            {
                await runs.WriteDrafts(settings.RunId, changed, null, cancellation);
                return false;
            }
            var outcome = await pages.Append(commits, null, cancellation);
            if (outcome.Lost.IsEmpty)
                return true;
        }
        await runs.WriteDrafts(settings.RunId, [HeldAgain(draft, "The account kept changing.")], null, cancellation);
        return false;
    }

    /// <summary>
    /// Reads the accounts of drafts and works out what their release stores. Nothing is stored yet, so the next page
    /// can be prepared while one is: its accounts are others, and the fence finds whatever moved in between.
    /// </summary>
    public async Task<PreparedPage> Prepare(
        RunSettings settings, ReleaseOrder order, ImmutableArray<BillDraft> drafts, CancellationToken cancellation)
    {
        var loaded = await accounts.LoadMany([.. drafts.Select(draft => draft.AccountKey)], cancellation);
        var stamps = await calculation.Stamps(settings, loaded, cancellation);
        var suspects = new List<int>();
        for (var i = 0; i < drafts.Length; i++)
        {
            if (loaded[i].Version != drafts[i].AccountVersion || stamps[i] != drafts[i].UsageVersion)
                suspects.Add(i);
        }
        var again = suspects.Count == 0
            ? []
            : await calculation.Calculate(settings, [.. suspects.Select(i => loaded[i])], cancellation);
        var changed = ImmutableArray.CreateBuilder<BillDraft>();
        var isChanged = new HashSet<int>();
        for (var s = 0; s < suspects.Count; s++)
        {
            var draft = drafts[suspects[s]];
            if (again[s].InputHash == draft.InputHash)
                continue;
            isChanged.Add(suspects[s]);
            changed.Add(HeldAgain(draft, "Reads, tariff or contract changed after the calculation."));
        }
        var commits = ImmutableArray.CreateBuilder<AccountCommit>(drafts.Length);
        var stretch = RunPace.Begin();
        for (var i = 0; i < drafts.Length; i++)
        {
            if (!isChanged.Contains(i) && Commit(settings, order, loaded[i], drafts[i]) is { } commit)
                commits.Add(commit);
            stretch = await pace.MakeWay(stretch, cancellation);
        }
        return new PreparedPage(drafts, commits.ToImmutable(), changed.ToImmutable());
    }

    private static AccountCommit? Commit(
        RunSettings settings, ReleaseOrder order, LoadedAccount loaded, BillDraft draft)
    {
        var plan = draft.Plan!;
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var invoiceId = $"{entityId}.{accountId}.{loaded.Version + 1}";
        var decision = CycleClosing.Decide(
            loaded.State, new IssueInvoice(invoiceId, settings.RunId, order.IssueOn, plan));
        Invariant.Holds(!decision.IsRefused, $"a draft that did not change can be issued ({decision.Refusal?.Code})");
        if (decision.Events.IsEmpty)
            return null;
        var issued = (AccountEvent.InvoiceIssued)decision.Events[0];
        var document = CycleClosing.DocumentOf(
            loaded.State, issued, plan, settings.Entity.InvoiceSeries, accountId);
        return new AccountCommit(loaded, order.Context, draft.InputHash, invoiceId, decision.Events, document);
    }

    private static BillDraft HeldAgain(BillDraft draft, string detail) => draft with
    {
        Outcome = DraftOutcome.Held,
        Holds = [new HoldReason("inputs-changed", detail)],
        Plan = null,
    };
}
