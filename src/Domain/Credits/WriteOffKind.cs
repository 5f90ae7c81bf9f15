namespace BillingActors.Domain.Credits;

/// <summary>Why a right claim is given up.</summary>
public enum WriteOffKind
{
    /// <summary>It is too small to pursue.</summary>
    SmallBalance,

    /// <summary>It cannot be collected.</summary>
    BadDebt,
}
