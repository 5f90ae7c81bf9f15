namespace BillingActors.Domain.Collections;

/// <summary>What became of a payment plan.</summary>
public enum PlanStatus
{
    /// <summary>Its instalments are being paid.</summary>
    Running,

    /// <summary>All is paid.</summary>
    Kept,

    /// <summary>An instalment was missed.</summary>
    Broken,

    /// <summary>It was ended by hand.</summary>
    Cancelled,
}
