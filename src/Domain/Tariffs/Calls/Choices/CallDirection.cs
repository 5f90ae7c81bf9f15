namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>Whether the subscriber called or was called.</summary>
public enum CallDirection
{
    /// <summary>The subscriber called.</summary>
    Out,

    /// <summary>The subscriber was called.</summary>
    In,
}
