namespace BillingActors.Domain.Transfers;

/// <summary>What a transfer is to move.</summary>
public enum TransferScope
{
    /// <summary>What is owed: named items, or all debits that may move.</summary>
    Items,

    /// <summary>Credits that are not used up.</summary>
    Credits,

    /// <summary>Money that has paid nothing yet.</summary>
    Cash,

    /// <summary>All of these.</summary>
    Balance,
}
