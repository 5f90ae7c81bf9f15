using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>A customer's number as a taxable person, with the checks of it.</summary>
/// <param name="Number">The number with its prefix, such as "FR12345678901".</param>
/// <param name="Checks">Every check with its day and answer.</param>
[GenerateSerializer, Immutable, Alias("vat-number-record")]
public sealed record VatNumberRecord(
    [property: Id(0)] string Number,
    [property: Id(1)] ImmutableArray<VatCheckRecord> Checks);
