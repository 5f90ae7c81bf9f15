using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>Drafts of legal entities that wait for a second person.</summary>
public interface ILegalEntityDrafts
{
    /// <summary>Drafts that wait, of the legal entities in scope, in order of their ids, after an id.</summary>
    Task<ImmutableArray<LegalEntityDraftRow>> Waiting(
        EntityScope scope, string afterId, int countMax, CancellationToken cancellation);
}
