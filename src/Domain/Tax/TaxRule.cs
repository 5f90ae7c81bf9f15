using System.Collections.Immutable;

namespace BillingActors.Domain.Tax;

/// <summary>A percentage tax on lines of some categories.</summary>
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
    bool IncludesTaxesBefore = false);
