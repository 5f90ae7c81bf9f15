using System.Collections.Immutable;

namespace BillingActors.Domain.Tax;

/// <summary>The tax rules of one tariff version, for the lines it priced.</summary>
/// <param name="TariffVersion">"tariff@version", as on the lines.</param>
/// <param name="Rules">Rules in the order in which they are computed.</param>
public sealed record VersionTaxes(string TariffVersion, ImmutableArray<TaxRule> Rules);
