using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tariffs;

/// <summary>Days in a row priced by one version, or by none: then the tariff has a gap there.</summary>
/// <param name="Period">The days.</param>
/// <param name="Version">The version valid on them, or null.</param>
public readonly record struct TariffPiece(Period Period, TariffVersion? Version);
