namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>When a commitment is paid.</summary>
public enum CommitmentMode
{
    /// <summary>What is missing at the end of the window is billed then.</summary>
    TrueUp,

    /// <summary>It is billed when the window begins, and use is taken from it.</summary>
    Prepaid,
}
