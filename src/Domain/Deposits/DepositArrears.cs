namespace BillingActors.Domain.Deposits;

/// <summary>What a deposit that is given back pays first, oldest due day first.</summary>
public enum DepositArrears
{
    /// <summary>What is overdue.</summary>
    Overdue,

    /// <summary>All that is open.</summary>
    Open,
}
