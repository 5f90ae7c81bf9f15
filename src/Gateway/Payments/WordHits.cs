using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Payments;

/// <summary>
/// What the words of a file of payments find. Payers write the same ones ("invoice", "thank you") in thousands of
/// lines, and such words are the dearest to look up, as they find nothing.
/// </summary>
internal sealed class WordHits(IReports reports)
{
    private const int KeptMax = 50_000;
    private readonly ConcurrentDictionary<(string EntityId, string Word), ImmutableArray<SearchHit>> _known = new();

    /// <summary>Accounts of a legal entity that a word finds.</summary>
    public async Task<ImmutableArray<SearchHit>> Of(string entityId, string word, CancellationToken cancellation)
    {
        if (_known.TryGetValue((entityId, word), out var known))
            return known;
        var found = await reports.Search(new EntityScope([entityId]), word, cancellation);
        if (_known.Count < KeptMax)
            _known[(entityId, word)] = found;
        return found;
    }
}
