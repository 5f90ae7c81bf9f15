using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>What decides the taxes of one customer, as a file: the tables, and the customer's status.</summary>
/// <param name="Jurisdictions">Tables, as they are stored.</param>
/// <param name="Profile">Tax status of the customer, as it is stored.</param>
/// <param name="Established">Where the supplier is established; also the place of what names none.</param>
[GenerateSerializer, Immutable, Alias("tax-standing-document")]
public sealed record TaxStandingDocument(
    [property: Id(0)] ImmutableArray<TaxJurisdictionRecord> Jurisdictions,
    [property: Id(1)] TaxProfileRecord? Profile = null,
    [property: Id(2)] ImmutableArray<TaxPlacementRecord>? Established = null);
