using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A percentage tax on charges of some categories.</summary>
/// <param name="Code">Code, such as "VAT".</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Categories">Tax categories of the charges it is taken of.</param>
/// <param name="IncludesTaxesBefore">Whether its base holds the taxes before it on the same lines.</param>
[GenerateSerializer, Immutable, Alias("tariff-tax")]
public sealed record TaxDocument(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] decimal Percent,
    [property: Id(3)] ImmutableArray<string> Categories,
    [property: Id(4)] bool IncludesTaxesBefore = false);
