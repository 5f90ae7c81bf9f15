namespace BillingActors.Domain.Cash;

/// <summary>What a payer, or a person for them, names.</summary>
/// <param name="Item">Item, by its id or the number it bears.</param>
/// <param name="AmountMinor">How much of it; null for as much as it takes.</param>
public sealed record ItemWish(string Item, long? AmountMinor = null);
