namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>What a period's share of a tier costs that it has no price for.</summary>
public enum TierBeyond
{
    /// <summary>The price of its last tier.</summary>
    Last,

    /// <summary>Nothing.</summary>
    Free,
}
