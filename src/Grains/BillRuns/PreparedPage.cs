using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.BillRuns;

/// <summary>A page of drafts worked out for its release.</summary>
/// <param name="Drafts">The drafts, in the order of their accounts.</param>
/// <param name="Commits">What is stored for those whose inputs are as they were.</param>
/// <param name="Changed">Drafts that are held again, because their inputs changed since.</param>
internal sealed record PreparedPage(
    ImmutableArray<BillDraft> Drafts, ImmutableArray<AccountCommit> Commits, ImmutableArray<BillDraft> Changed);
