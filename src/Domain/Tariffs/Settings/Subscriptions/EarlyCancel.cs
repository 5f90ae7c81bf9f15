namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a cancellation before the end of the minimum term does.</summary>
public enum EarlyCancel
{
    /// <summary>The contract ends with the term.</summary>
    AtTermEnd,

    /// <summary>The rest of the term is billed at once.</summary>
    Remainder,

    /// <summary>It ends all the same.</summary>
    Free,
}
