namespace BillingActors.Domain.BillRuns;

/// <summary>Where a bill run stands.</summary>
public enum RunStage
{
    /// <summary>Not planned yet.</summary>
    None,

    /// <summary>Planned; drafts are being calculated or about to be.</summary>
    Planned,

    /// <summary>Every account has a draft, is held, skipped, or has nothing to bill.</summary>
    Calculated,

    /// <summary>Counts and totals agree.</summary>
    Reconciled,

    /// <summary>A second person has agreed to it.</summary>
    Approved,

    /// <summary>All invoices of it are issued.</summary>
    Released,

    /// <summary>Invoices, drafts and postings agree; nothing more happens.</summary>
    Closed,

    /// <summary>Given up before anything was issued.</summary>
    Cancelled,
}
