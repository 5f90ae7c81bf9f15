namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a change of quantity inside a period costs that was paid in advance.</summary>
public enum QuantityChange
{
    /// <summary>Each quantity counts by its days.</summary>
    ByDays,

    /// <summary>What is more than the highest quantity paid counts whole; what is less gives nothing back.</summary>
    Highest,
}
