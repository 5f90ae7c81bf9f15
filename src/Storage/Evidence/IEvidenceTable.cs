using System.Collections.Immutable;

namespace BillingActors.Storage.Evidence;

/// <summary>Rows of documents, as each database has them.</summary>
internal interface IEvidenceTable
{
    /// <summary>Adds a row, unless it is there.</summary>
    Task Add(EvidenceRow row, CancellationToken cancellation);

    /// <summary>Rows of a dispute or request without their bodies, or the one document with it.</summary>
    Task<ImmutableArray<EvidenceRow>> Read(EvidenceKey key, CancellationToken cancellation);

    /// <summary>Rows of a customer without their bodies, behind a key, by key.</summary>
    Task<ImmutableArray<EvidenceRow>> Of(
        string customerId, EvidenceKey after, int countMax, CancellationToken cancellation);
}
