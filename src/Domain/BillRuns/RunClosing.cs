using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Closes a released run when invoices, drafts and postings agree.</summary>
public static class RunClosing
{
    /// <summary>Refuses with the difference when they do not.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunCounts drafts, IssuedSums issued)
    {
        if (run.Stage == RunStage.None)
            return RunRefusals.RunUnknown;
        if (run.Stage == RunStage.Closed)
            return Decision<RunEvent>.Nothing;
        if (run.Stage != RunStage.Released)
            return RunRefusals.WrongStage(run.Stage);
        return Difference(drafts, issued) is { } difference
            ? RunRefusals.Differs(difference)
            : new RunEvent.Closed(drafts);
    }

    /// <summary>Where invoices, drafts and postings differ, in words; null when they agree.</summary>
    public static string? Difference(RunCounts drafts, IssuedSums issued)
    {
        if (issued.InvoiceCount != drafts.Calculated)
            return $"{drafts.Calculated} drafts were issued, but there are {issued.InvoiceCount} invoices.";
        if (issued.NetMinor != drafts.NetMinor || issued.TaxMinor != drafts.TaxMinor)
        {
            return $"The drafts come to {drafts.NetMinor} + {drafts.TaxMinor},"
                + $" the invoices to {issued.NetMinor} + {issued.TaxMinor}.";
        }
        var postsAgree = issued.ReceivablesMinor == issued.NetMinor + issued.TaxMinor
            && issued.RevenueMinor == issued.NetMinor
            && issued.TaxPostedMinor == issued.TaxMinor;
        return postsAgree
            ? null
            : $"The invoices come to {issued.NetMinor} + {issued.TaxMinor}, the postings to {issued.ReceivablesMinor}"
                + $" receivables, {issued.RevenueMinor} revenue, {issued.TaxPostedMinor} tax.";
    }
}
