using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tax;

/// <summary>One tax of an invoice at one rate, and why it is due or is not.</summary>
/// <param name="Code">Code, such as "VAT".</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">Percent; zero where the tax is by unit or nothing is due.</param>
/// <param name="Base">What it is taken of.</param>
/// <param name="Amount">The tax, rounded.</param>
public sealed record TaxLine(string Code, string Text, decimal Percent, Money Base, Money Amount)
{
    /// <summary>Whose tax it is; null: it is one of the tariff.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Why it is what it is.</summary>
    public TaxReason Reason { get; init; }

    /// <summary>Amount for one unit; null: it is a percentage.</summary>
    public decimal? PerUnit { get; init; }

    /// <summary>Unit an amount for one unit is of.</summary>
    public string? Unit { get; init; }

    /// <summary>What frees the customer: the id of a certificate, or the day and reference of a check.</summary>
    public string? Evidence { get; init; }
}
