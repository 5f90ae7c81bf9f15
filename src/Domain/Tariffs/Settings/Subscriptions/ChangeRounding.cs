namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What is rounded where a change gives a part back and charges it anew.</summary>
public enum ChangeRounding
{
    /// <summary>The credit and the charge, each for itself.</summary>
    Each,

    /// <summary>The difference of the two.</summary>
    Difference,
}
