using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BillingActors.Storage.Evidence;

/// <summary>
/// Documents of disputes and of requests for approval, sealed with the key of their customer. Which of them belong to a
/// dispute or request, its account says: what is stored and was never filed belongs to none.
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Bytes of a document at most.</summary>
    const int LengthMax = 2 * 1024 * 1024;

    private const int IdDigits = 32;

    /// <summary>Documents of a customer that are told at once.</summary>
    const int PageLength = 100;

    /// <summary>The id of a document: "ev-" and the beginning of the SHA-256 of its bytes.</summary>
    static string IdOf(ReadOnlySpan<byte> content) =>
        "ev-" + Convert.ToHexStringLower(SHA256.HashData(content))[..IdDigits];

    /// <summary>
    /// Stores a document of a customer; the same bytes again are one document. Null where they are none of the kinds
    /// that are taken (PDF, PNG, JPEG), too long or empty, or the customer's data was erased.
    /// </summary>
    Task<EvidenceHead?> Add(
        EvidenceKey subject, string customerId, EvidenceFile file, CancellationToken cancellation);

    /// <summary>What was stored for a dispute or request, oldest first; without what can no longer be read.</summary>
    Task<ImmutableArray<EvidenceHead>> Heads(EvidenceKey subject, CancellationToken cancellation);

    /// <summary>
    /// What was stored of a customer behind a document, by account, subject and document; also what was never filed.
    /// Nothing where the customer's data was erased.
    /// </summary>
    Task<ImmutableArray<(EvidenceKey Key, EvidenceHead Head)>> Of(
        string customerId, EvidenceKey after, CancellationToken cancellation);

    /// <summary>A document with its bytes; null where there is none, or it can no longer be read.</summary>
    Task<(EvidenceHead Head, byte[] Content)?> Find(EvidenceKey key, CancellationToken cancellation);
}
