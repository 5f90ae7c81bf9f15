namespace BillingActors.Domain.Deposits;

/// <summary>Why a deposit was lowered or given back.</summary>
public enum DepositCause
{
    /// <summary>Somebody decided it.</summary>
    Hand,

    /// <summary>The customer paid well for long enough.</summary>
    GoodHistory,

    /// <summary>Service ended and all of it is billed.</summary>
    FinalBill,

    /// <summary>It was taken for what is overdue.</summary>
    Arrears,
}
