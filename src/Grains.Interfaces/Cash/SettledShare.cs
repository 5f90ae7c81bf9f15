namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>What was settled of an item.</summary>
/// <param name="ItemId">Item.</param>
/// <param name="Number">The number it bears.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="AmountMinor">How much of it; negative where a credit was used up.</param>
[GenerateSerializer, Immutable, Alias("settled-share")]
public sealed record SettledShare(
    [property: Id(0)] string ItemId,
    [property: Id(1)] string Number,
    [property: Id(2)] DateOnly DueOn,
    [property: Id(3)] long AmountMinor);
