namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What a call without duration costs.</summary>
public enum ZeroDuration
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>The connection.</summary>
    Connect,
}
