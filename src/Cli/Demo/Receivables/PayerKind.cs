namespace BillingActors.Cli.Demo.Receivables;

/// <summary>How an invented customer pays.</summary>
internal enum PayerKind
{
    /// <summary>The whole bill on its due day.</summary>
    Prompt,

    /// <summary>Everything, some days after the first letter.</summary>
    Late,

    /// <summary>By direct debits, of which some come back.</summary>
    Returned,

    /// <summary>Once more than is owed, and asks for the rest.</summary>
    Generous,

    /// <summary>Disputes a part of some bills.</summary>
    Disputing,

    /// <summary>Promises to pay, and does so or not.</summary>
    Promising,

    /// <summary>Falls behind, and catches up by a plan or not.</summary>
    Planning,

    /// <summary>Is new, leaves a deposit, and pays what is owed on the due day.</summary>
    New,

    /// <summary>Stops paying for good.</summary>
    Defaulting,

    /// <summary>Gets some bills corrected, and pays the rest.</summary>
    Corrected,

    /// <summary>Pays the same amount every month.</summary>
    Budgeting,

    /// <summary>Pays the bills of the two customers after it with its own.</summary>
    Paying,

    /// <summary>Has its bills paid by another one.</summary>
    PaidFor,
}
