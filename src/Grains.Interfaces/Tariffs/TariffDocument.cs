namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A tariff as JSON: a price plan with its versions by date.</summary>
/// <param name="Id">Tariff.</param>
[GenerateSerializer, Immutable, Alias("tariff-document")]
public sealed record TariffDocument(
    [property: Id(0)] string Id);
