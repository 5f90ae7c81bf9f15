namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>That a supply lies in a tax jurisdiction.</summary>
/// <param name="Jurisdiction">The jurisdiction.</param>
/// <param name="ValidFrom">First day of supply; absent: ever since.</param>
/// <param name="ValidUntil">Day of supply from which it is no more; absent: for ever.</param>
[GenerateSerializer, Immutable, Alias("tax-placement-record")]
public sealed record TaxPlacementRecord(
    [property: Id(0)] string Jurisdiction,
    [property: Id(1)] DateOnly? ValidFrom = null,
    [property: Id(2)] DateOnly? ValidUntil = null);
