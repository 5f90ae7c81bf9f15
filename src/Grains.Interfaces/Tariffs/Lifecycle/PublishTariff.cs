namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>Makes the draft of a tariff what bills depend on.</summary>
/// <param name="DraftVersion">The revision of the draft that was looked at.</param>
[GenerateSerializer, Immutable, Alias("publish-tariff")]
public sealed record PublishTariff([property: Id(0)] long DraftVersion);
