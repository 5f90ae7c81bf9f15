using System.Collections.Immutable;
using BillingActors.Domain.Rating;

namespace BillingActors.Domain.Tax;

/// <summary>Lines with their taxes: lines plus taxes are what is to be paid.</summary>
/// <param name="Lines">
/// The lines, net: split where a change falls into their days, and without the tax their prices included.
/// </param>
/// <param name="Taxes">Taxes by jurisdiction, code, rate and reason.</param>
/// <param name="LineTaxes">What each tax takes of each line.</param>
public sealed record TaxedLines(
    ImmutableArray<RatedLine> Lines, ImmutableArray<TaxLine> Taxes, ImmutableArray<LineTax> LineTaxes)
{
    /// <summary>Wording for the document: why no tax is due, and certificates that end soon.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Why the lines cannot be taxed; then nothing else counts.</summary>
    public ImmutableArray<HoldReason> Holds { get; init; } = [];
}
