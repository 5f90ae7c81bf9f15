namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>From when a new tariff version prices a running contract.</summary>
public enum PriceChange
{
    /// <summary>From the next period that begins.</summary>
    PeriodStart,

    /// <summary>From its day: the period is cut there.</summary>
    Split,
}
