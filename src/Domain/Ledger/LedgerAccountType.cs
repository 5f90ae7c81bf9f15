namespace BillingActors.Domain.Ledger;

/// <summary>What a general-ledger account is: it decides on which side of the balance it stands.</summary>
public enum LedgerAccountType
{
    /// <summary>What the entity has or is owed.</summary>
    Asset,

    /// <summary>What the entity owes or holds for others.</summary>
    Liability,

    /// <summary>What the entity earned.</summary>
    Income,

    /// <summary>What the entity spent or gave up.</summary>
    Expense,
}
