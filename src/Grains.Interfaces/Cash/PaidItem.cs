namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>An item that is to be paid.</summary>
/// <param name="Item">Item, by its id or the number it bears.</param>
/// <param name="AmountMinor">How much of it, in minor units; null for as much as it takes.</param>
[GenerateSerializer, Immutable, Alias("paid-item")]
public sealed record PaidItem([property: Id(0)] string Item, [property: Id(1)] long? AmountMinor = null);
