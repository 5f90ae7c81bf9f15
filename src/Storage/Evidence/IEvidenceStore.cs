using System.Collections.Immutable;

namespace BillingActors.Storage.Evidence;

/// <summary>
/// Documents of disputes, sealed with the key of their customer. Which of them belong to a dispute, its account says:
/// what is stored and was never filed belongs to none.
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Bytes of a document at most.</summary>
    const int LengthMax = 2 * 1024 * 1024;

    /// <summary>Documents of a customer that are told at once.</summary>
    const int PageLength = 100;

    /// <summary>
    /// Stores a document of a customer; the same bytes again are one document. Null where they are none of the kinds
    /// that are taken (PDF, PNG, JPEG), too long or empty, or the customer's data was erased.
    /// </summary>
    Task<EvidenceHead?> Add(
        EvidenceKey dispute, string customerId, EvidenceFile file, CancellationToken cancellation);

    /// <summary>What was stored for a dispute, the oldest first; without what can no longer be read.</summary>
    Task<ImmutableArray<EvidenceHead>> Heads(EvidenceKey dispute, CancellationToken cancellation);

    /// <summary>
    /// What was stored of a customer behind a document, by account, dispute and document; also what was never filed.
    /// Nothing where the customer's data was erased.
    /// </summary>
    Task<ImmutableArray<(EvidenceKey Key, EvidenceHead Head)>> Of(
        string customerId, EvidenceKey after, CancellationToken cancellation);

    /// <summary>A document with its bytes; null where there is none, or it can no longer be read.</summary>
    Task<(EvidenceHead Head, byte[] Content)?> Find(EvidenceKey key, CancellationToken cancellation);
}
