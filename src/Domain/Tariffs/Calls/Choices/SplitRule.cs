namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What prices a call that runs into another period.</summary>
public enum SplitRule
{
    /// <summary>Each increment by the period in which it begins.</summary>
    AtBoundary,

    /// <summary>All of it by the period in which the call begins.</summary>
    RateOfStart,
}
