namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Which price a fixed charge has in a bill inside which the tariff changes.</summary>
public enum InsideChange
{
    /// <summary>Each price counts by its days.</summary>
    ByDays,

    /// <summary>The price of the first days counts for all.</summary>
    PriceBefore,

    /// <summary>The price of the last days counts for all.</summary>
    PriceAfter,
}
