namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>What becomes of the bank of a period that has no hours in a bill, as after a change of season.</summary>
public enum NettingSeason
{
    /// <summary>It waits until the period has hours again.</summary>
    Keep,

    /// <summary>It goes to the period that has its hours now.</summary>
    SameHours,
}
