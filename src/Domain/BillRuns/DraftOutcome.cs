namespace BillingActors.Domain.BillRuns;

/// <summary>What a calculation found for an account.</summary>
public enum DraftOutcome
{
    /// <summary>Nothing to bill in the period.</summary>
    NothingDue,

    /// <summary>Ready to issue.</summary>
    Calculated,

    /// <summary>Held with a reason; it may have a plan that a person can release.</summary>
    Held,

    /// <summary>Skipped by hand.</summary>
    Skipped,

    /// <summary>Issued as an invoice.</summary>
    Issued,
}
