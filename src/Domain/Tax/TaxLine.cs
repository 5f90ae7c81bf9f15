using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tax;

/// <summary>One tax of an invoice at one percentage.</summary>
/// <param name="Code">Code, such as "VAT".</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">Percent.</param>
/// <param name="Base">What it is taken of.</param>
/// <param name="Amount">Base times percent, rounded once.</param>
public sealed record TaxLine(string Code, string Text, decimal Percent, Money Base, Money Amount);
