namespace BillingActors.Cli.Load;

/// <summary>Something that is asked of a gateway under load.</summary>
internal enum LoadOperation
{
    /// <summary>The balance of an account.</summary>
    Balance,

    /// <summary>An account with contracts and open items.</summary>
    Account,

    /// <summary>A search for a customer.</summary>
    Search,

    /// <summary>The invoices of an account.</summary>
    Invoices,

    /// <summary>A statement of open items.</summary>
    Statement,

    /// <summary>One payment, applied before the answer.</summary>
    Payment,

    /// <summary>One payment, and its return by the bank.</summary>
    Return,

    /// <summary>100 payments, durable before the answer.</summary>
    PaymentBatch,

    /// <summary>100 call records, durable before the answer.</summary>
    CallBatch,

    /// <summary>A file of interval days of up to 50 meters, taken whole before the answer.</summary>
    Reads,

    /// <summary>A dry run of a bill cycle, to its end.</summary>
    DryRun,
}
