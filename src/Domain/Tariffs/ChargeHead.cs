using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Metered;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>What every charge has.</summary>
/// <param name="Code">Code, unique among the charges of a day.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="TaxCategory">
/// Category that decides the taxes on it; "none" for untaxed, "of-lines" for those of its lines.
/// </param>
/// <param name="ValidFrom">First day inside the version; null: as long as the version.</param>
/// <param name="ValidUntil">Day it ends, exclusive; null: as long as the version.</param>
public sealed record ChargeHead(
    string Code,
    string Text,
    string TaxCategory,
    LocalDate? ValidFrom = null,
    LocalDate? ValidUntil = null)
{
    /// <summary>The category of what no tax is on.</summary>
    internal const string Untaxed = "none";

    /// <summary>The category of a discount or percentage that is taxed as the lines it is taken of.</summary>
    internal const string CategoryOfLines = "of-lines";

    /// <summary>Spans of every year on which it applies; empty: the whole year.</summary>
    public ImmutableArray<AnnualSpan> Yearly { get; init; } = [];

    /// <summary>By what a charge before it bills it applies; null: always.</summary>
    public UseCondition? When { get; init; }

    /// <summary>Whether it applies on a day of the year, apart from its first and last days.</summary>
    public bool AppliesOn(LocalDate day) => Yearly.IsEmpty || Yearly.Any(span => span.Contains(day));
}
