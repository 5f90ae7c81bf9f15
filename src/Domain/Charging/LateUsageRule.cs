namespace BillingActors.Domain.Charging;

/// <summary>What becomes of a record whose period is billed.</summary>
public enum LateUsageRule
{
    /// <summary>It goes on the next bill, as a line of the old period.</summary>
    NextBill,

    /// <summary>It is set aside until the invoice is taken back, and is then on the new one.</summary>
    Correction,
}
