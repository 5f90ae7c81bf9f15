using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>The tax status of a customer: personal data, stored encrypted with the customer's key.</summary>
/// <param name="Id">Customer.</param>
/// <param name="EntityId">Legal entity the customer belongs to.</param>
/// <param name="Places">Where it is supplied, for what has no service point that says; absent: nowhere named.</param>
/// <param name="Exemptions">Its certificates.</param>
/// <param name="VatNumber">Its number as a taxable person.</param>
[GenerateSerializer, Immutable, Alias("tax-profile-record")]
public sealed record TaxProfileRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string EntityId,
    [property: Id(2)] ImmutableArray<TaxPlacementRecord>? Places = null,
    [property: Id(3)] ImmutableArray<TaxExemptionRecord>? Exemptions = null,
    [property: Id(4)] VatNumberRecord? VatNumber = null);
