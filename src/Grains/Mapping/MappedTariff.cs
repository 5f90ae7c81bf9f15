using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>A tariff ready to rate with, or the problems that forbid it.</summary>
/// <param name="Tariff">The tariff; null where there are problems.</param>
/// <param name="Problems">What is wrong, in the order of the document.</param>
public sealed record MappedTariff(Tariff? Tariff, ImmutableArray<TariffProblem> Problems);
