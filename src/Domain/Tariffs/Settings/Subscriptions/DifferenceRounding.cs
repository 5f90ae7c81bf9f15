namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What is rounded where a period that was billed is rated again.</summary>
public enum DifferenceRounding
{
    /// <summary>What the period comes to in all.</summary>
    Whole,

    /// <summary>What each bill adds, by itself.</summary>
    Each,
}
