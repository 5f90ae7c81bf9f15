using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Counts and totals must agree before a run may be approved, and again after it has issued.</summary>
public static class RunReconciliation
{
    /// <summary>A calculated run becomes reconciled, or is refused with the difference.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunCounts counts)
    {
        if (run.Stage == RunStage.None)
            return RunRefusals.RunUnknown;
        if (run.Stage == RunStage.Reconciled)
            return Decision<RunEvent>.Nothing;
        if (run.Stage != RunStage.Calculated)
            return RunRefusals.WrongStage(run.Stage);
        return Difference(run, counts) is { } difference
            ? RunRefusals.Differs(difference)
            : new RunEvent.Reconciled(counts);
    }

    /// <summary>Where counts or sums of drafts differ, in words; null when they agree.</summary>
    public static string? Difference(BillRun run, RunCounts counts)
    {
        if (counts.Candidates != run.CandidateCount)
            return $"{run.CandidateCount} accounts were planned, {counts.Candidates} were looked at.";
        if (counts.Due != counts.Calculated + counts.Held + counts.Skipped)
        {
            return $"{counts.Due} accounts are due, but {counts.Calculated} calculated + {counts.Held} held"
                + $" + {counts.Skipped} skipped.";
        }
        var byTariff = counts.ByTariff.Sum(sum => sum.AmountMinor);
        if (byTariff != counts.NetMinor)
            return $"The drafts' net is {counts.NetMinor}, by tariff it is {byTariff}.";
        var byTax = counts.ByTax.Sum(sum => sum.AmountMinor);
        return byTax != counts.TaxMinor ? $"The drafts' tax is {counts.TaxMinor}, by tax it is {byTax}." : null;
    }
}
