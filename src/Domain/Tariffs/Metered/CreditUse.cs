namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>From when on a credit may be used.</summary>
public enum CreditUse
{
    /// <summary>In the bill it is earned in.</summary>
    SameBill,

    /// <summary>From the next bill on.</summary>
    NextBill,
}
