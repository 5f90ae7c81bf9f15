using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Two legal entities with a draft each, as the scope of the caller lets through.</summary>
internal sealed class MemoryEntityDrafts : ILegalEntityDrafts
{
    public Task<ImmutableArray<LegalEntityDraftRow>> Waiting(
        EntityScope scope, string afterId, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<LegalEntityDraftRow>>([.. ((string[])["north", "south"])
            .Where(id => scope.Allows(id) && string.CompareOrdinal(id, afterId) > 0)
            .Take(countMax)
            .Select(id => new LegalEntityDraftRow(
                id, 1, 1, new DateOnly(2026, 1, 1), "pat", DateTimeOffset.UnixEpoch, "more work"))]);
}
