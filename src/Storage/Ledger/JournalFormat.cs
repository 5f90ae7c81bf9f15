namespace BillingActors.Storage.Ledger;

/// <summary>Programs whose journals are written.</summary>
public enum JournalFormat
{
    /// <summary>hledger, which ledger reads as well.</summary>
    Hledger,

    /// <summary>beancount.</summary>
    Beancount,
}
