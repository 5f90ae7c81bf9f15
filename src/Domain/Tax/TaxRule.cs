using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tax;

/// <summary>A tax on lines of some categories, by percentage or by unit.</summary>
/// <param name="Code">Code, such as "VAT".</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">Percent, not negative.</param>
/// <param name="Categories">Tax categories of lines it is taken of.</param>
/// <param name="IncludesTaxesBefore">Whether its base holds the taxes that stand before it on the same lines.</param>
public sealed record TaxRule(
    string Code,
    string Text,
    decimal Percent,
    ImmutableArray<string> Categories,
    bool IncludesTaxesBefore = false)
{
    /// <summary>What a base it is taken of counts as; other than standard, the percentage is zero.</summary>
    public TaxReason Reason { get; init; }

    /// <summary>First day of supply it is for; null: ever since.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Day of supply from which it is no more; null: for ever.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>Amount for one unit of a line, in the place of a percentage; null: there is none.</summary>
    public decimal? PerUnit { get; init; }

    /// <summary>Unit of the lines an amount for one unit is taken of, such as "kWh".</summary>
    public string? Unit { get; init; }

    /// <summary>Codes of taxes before it that are its whole base, as of a cess; empty: the line is.</summary>
    public ImmutableArray<string> OfTaxes { get; init; } = [];

    /// <summary>What of a line's amount stays free before it begins.</summary>
    public decimal? Over { get; init; }

    /// <summary>Amount of a line beyond which it is not taken.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>Whether it counts a part of a line's amount alone.</summary>
    public bool IsBracket => Over is not null || UpTo is not null;

    /// <summary>Whether it is in force on a day of supply.</summary>
    public bool IsValidOn(LocalDate day) => !(day < ValidFrom) && !(day >= ValidUntil);

    /// <summary>Whether it is taken of a category and a unit.</summary>
    public bool IsOn(string category, string unit) =>
        Categories.Contains(category, StringComparer.Ordinal) && (PerUnit is null || Unit == unit);
}
