namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What a call without duration costs.</summary>
public enum ZeroDuration
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>The connection.</summary>
    Connect,

    /// <summary>What a call costs that fills the first increment.</summary>
    Increment,
}
