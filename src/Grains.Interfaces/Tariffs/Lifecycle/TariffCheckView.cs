using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>Whether a tariff may be published.</summary>
/// <param name="TariffId">Tariff.</param>
/// <param name="IsPublishable">Whether nothing is wrong with it.</param>
/// <param name="Problems">Everything that is wrong, in the order of the document.</param>
public sealed record TariffCheckView(
    string TariffId, bool IsPublishable, ImmutableArray<TariffProblemView> Problems);
