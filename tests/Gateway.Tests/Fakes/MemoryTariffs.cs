using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Three tariffs and no drafts.</summary>
internal sealed class MemoryTariffs : ITariffList
{
    public Task<ImmutableArray<TariffRow>> List(
        bool drafts, string afterId, int countMax, CancellationToken cancellation)
    {
        string[] ids = drafts ? [] : ["basic", "home", "plus"];
        return Task.FromResult<ImmutableArray<TariffRow>>([.. ids
            .Where(id => string.CompareOrdinal(id, afterId) > 0)
            .Take(countMax)
            .Select(id => new TariffRow(
                id, id, "AUD", 1, new DateOnly(2025, 1, 1), 1, DateTimeOffset.UnixEpoch, "pat", null))]);
    }
}
