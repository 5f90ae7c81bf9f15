using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Storage.Reports;

/// <summary>Lists tariffs as they are stored, published ones or drafts.</summary>
public interface ITariffList
{
    /// <summary>Tariffs, or drafts of them, in order of id, after an id.</summary>
    Task<ImmutableArray<TariffRow>> List(
        bool drafts, string afterId, int countMax, CancellationToken cancellation);
}
