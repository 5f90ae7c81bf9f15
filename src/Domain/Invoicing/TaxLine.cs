using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Invoicing;

/// <summary>A tax as it is printed: its rate, what it is on, and its amount.</summary>
/// <param name="Code">Tax code.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">Rate in percent, exact.</param>
/// <param name="Base">Taxed net amount.</param>
/// <param name="Amount">Tax, rounded once.</param>
public sealed record TaxLine(string Code, string Text, decimal Percent, Money Base, Money Amount);
