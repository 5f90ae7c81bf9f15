using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tax.Reliefs;

/// <summary>A certificate that frees a customer from tax, wholly or in part.</summary>
/// <param name="Id">Our id of it, which stands on documents in the place of its number.</param>
/// <param name="Jurisdiction">Whose taxes it is for; null: all, with those of tariffs.</param>
/// <param name="Reason">Why, as the customer reads it.</param>
/// <param name="ValidFrom">First day of supply.</param>
/// <param name="ValidUntil">Day of supply from which it is no more; null: for ever.</param>
public sealed record TaxExemption(
    string Id, string? Jurisdiction, string Reason, LocalDate ValidFrom, LocalDate? ValidUntil)
{
    /// <summary>How much of the base it frees, in percent, more than 0 and at most 100.</summary>
    public decimal SharePercent { get; init; } = 100m;

    /// <summary>Tax categories it is for; empty: all.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Codes of taxes it is for; empty: all.</summary>
    public ImmutableArray<string> Taxes { get; init; } = [];

    /// <summary>Whether it holds on a day of supply.</summary>
    public bool IsValidOn(LocalDate day) => day >= ValidFrom && !(day >= ValidUntil);

    /// <summary>Whether it is for a tax of a jurisdiction on a category.</summary>
    public bool Frees(string jurisdiction, string tax, string category) =>
        (Jurisdiction is null || Jurisdiction == jurisdiction)
        && (Taxes.IsEmpty || Taxes.Contains(tax, StringComparer.Ordinal))
        && (Categories.IsEmpty || Categories.Contains(category, StringComparer.Ordinal));
}
