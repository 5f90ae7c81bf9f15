using System.Collections.Immutable;
using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Documents of customers in memory, in the order of their keys.</summary>
internal sealed class MemoryEvidence : IEvidenceStore
{
    public ImmutableArray<(string CustomerId, EvidenceKey Key, EvidenceHead Head, byte[] Content)> Documents
    {
        get;
        set;
    } = [];

    public Task<EvidenceHead?> Add(
        EvidenceKey subject, string customerId, EvidenceFile file, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<EvidenceHead>> Heads(EvidenceKey subject, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<EvidenceHead>>(
        [
            .. Documents.Where(one => one.Key with { DocumentId = "" } == subject).Select(one => one.Head),
        ]);

    public Task<ImmutableArray<(EvidenceKey Key, EvidenceHead Head)>> Of(
        string customerId, EvidenceKey after, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<(EvidenceKey, EvidenceHead)>>(
        [
            .. Documents.Where(one => one.CustomerId == customerId)
                .Where(one => string.CompareOrdinal(one.Key.ToString(), after.ToString()) > 0)
                .Take(IEvidenceStore.PageLength).Select(one => (one.Key, one.Head)),
        ]);

    public Task<(EvidenceHead Head, byte[] Content)?> Find(EvidenceKey key, CancellationToken cancellation) =>
        Task.FromResult<(EvidenceHead, byte[])?>(
            Documents.Where(one => one.Key == key).Select(one => (one.Head, one.Content)).First());
}
