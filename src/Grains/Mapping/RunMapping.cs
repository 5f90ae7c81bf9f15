using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Storage.BillRuns;

namespace BillingActors.Grains.Mapping;

/// <summary>Bill runs, domain → wire.</summary>
internal static class RunMapping
{
    public static RunHistoryEntry ToEntry(this StoredRunEvent stored)
    {
        var context = stored.Context;
        var (kind, detail) = Describe(stored.Happened);
        return new RunHistoryEntry(
            kind,
            context.At.ToDateTimeOffset(),
            context.Actor.Kind.ToWire(),
            context.Actor.Id,
            context.Reason,
            detail);
    }

    public static ImmutableArray<RunTotal> ToTotals(this RunCounts counts) =>
    [
        .. counts.ByTariff.Select(sum => new RunTotal("tariff", sum.Key, sum.AmountMinor)),
        .. counts.ByTax.Select(sum => new RunTotal("tax", sum.Key, sum.AmountMinor)),
    ];

    public static string ToWire(this RunStage stage) => stage.ToString().ToLowerInvariant();

    public static RunView ToView(this DryRunWork dry, string runId, DateTimeOffset now, long sequence) => new(
        runId,
        dry.Plan.EntityId,
        dry.Plan.CycleId,
        dry.Period.From.ToWire(),
        dry.Period.Until.ToWire(),
        dry.IsDone ? "calculated" : "planned",
        dry.IsDone ? null : "calculate",
        true,
        dry.Entity.Currency.Code,
        dry.Candidates,
        dry.Progress.Worked,
        dry.Progress.Worked - dry.NothingDue,
        dry.Calculated,
        dry.Held,
        0,
        0,
        dry.NetMinor,
        dry.TaxMinor,
        dry.NetMinor + dry.TaxMinor,
        dry.Totals(),
        dry.Progress.Rate,
        dry.Progress.EndsAt(dry.Candidates, now),
        null,
        [],
        sequence)
    {
        Partitions = dry.Progress.Partitions,
    };

    private static (string Kind, string? Detail) Describe(RunEvent happened) => happened switch
    {
        RunEvent.Planned e => ("planned", $"{e.CandidateCount} accounts, {e.Period}"),
        RunEvent.Calculated e => ("calculated", Describe(e.Counts)),
        RunEvent.Reconciled e => ("reconciled", Describe(e.Counts)),
        RunEvent.Reopened e => ("reopened", e.What),
        RunEvent.Approved e => ("approved", Describe(e.Counts)),
        RunEvent.ReleaseStarted e => ("release-started", $"invoices dated {e.IssueOn:uuuu-MM-dd}"),
        RunEvent.Released e => ("released", Describe(e.Counts)),
        RunEvent.Closed e => ("closed", Describe(e.Counts)),
        RunEvent.Paused => ("paused", null),
        RunEvent.Resumed => ("resumed", null),
        _ => ("cancelled", null),
    };

    private static string Describe(RunCounts counts) =>
        $"{counts.Due} due = {counts.Calculated} calculated + {counts.Held} held + {counts.Skipped} skipped,"
        + $" total {counts.TotalMinor} minor units";
}
