using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>How two tariffs, or two versions of one, differ.</summary>
/// <param name="TariffId">Tariff.</param>
/// <param name="From">What is compared with: a revision, draft or published, with @number for one version.</param>
/// <param name="To">What is compared.</param>
/// <param name="Changes">The differences, in the order of the document.</param>
public sealed record TariffDiffView(
    string TariffId, string From, string To, ImmutableArray<TariffChangeView> Changes);
