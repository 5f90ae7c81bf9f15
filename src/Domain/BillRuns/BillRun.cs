using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.BillRuns;

/// <summary>A bill run: the fold of its events.</summary>
public sealed record BillRun
{
    /// <summary>How many recent commands are kept at hand.</summary>
    public const int RecentCountMax = 16;

    /// <summary>The run before its first event.</summary>
    public static BillRun None { get; } = new();

    /// <summary>Where it stands.</summary>
    public RunStage Stage { get; init; }

    /// <summary>Number of its events.</summary>
    public long Version { get; init; }

    /// <summary>Legal entity.</summary>
    public string EntityId { get; init; } = "";

    /// <summary>Bill cycle.</summary>
    public string CycleId { get; init; } = "";

    /// <summary>
    /// The one currency of its accounts, so that its sums add up nothing that does not; null: the legal entity's.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The period that is closed.</summary>
    public Period Period { get; init; }

    /// <summary>A selection of accounts; empty for the whole cycle.</summary>
    public ImmutableArray<string> AccountIds { get; init; } = [];

    /// <summary>Ranges that are worked side by side.</summary>
    public ImmutableArray<RunPartition> Partitions { get; init; } = [];

    /// <summary>Accounts of the selection.</summary>
    public long CandidateCount { get; init; }

    /// <summary>Whether the approver must be another person than the planner.</summary>
    public bool NeedsSecondPerson { get; init; }

    /// <summary>Who planned it.</summary>
    public string PlannedBy { get; init; } = "";

    /// <summary>Command that planned it, so that its repetition is recognised.</summary>
    public string PlanCommandId { get; init; } = "";

    /// <summary>Who approved it; empty without approval.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>Date of its invoices, once release has begun.</summary>
    public LocalDate? IssueOn { get; init; }

    /// <summary>Whether a person stopped its work.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Counts at the last step that had any.</summary>
    public RunCounts? Counts { get; init; }

    /// <summary>Ids of the most recent commands, newest last.</summary>
    public ImmutableArray<string> RecentCommandIds { get; init; } = [];

    /// <summary>
    /// What it does by itself now: "calculate", "reconcile", "release", or null when it waits for a person, is paused,
    /// or is over.
    /// </summary>
    public string? Working => Stage switch
    {
        _ when IsPaused => null,
        RunStage.Planned => "calculate",
        RunStage.Approved when IssueOn is not null => "release",
        RunStage.Calculated or RunStage.Released => "reconcile",
        _ => null,
    };

    /// <summary>
    /// Whether a recent command had its effect already, so that its repetition gets the run as it stands.
    /// </summary>
    public bool HasSeen(string commandId) => RecentCommandIds.Contains(commandId, StringComparer.Ordinal);

    /// <summary>The run after an event.</summary>
    public BillRun Apply(RunEvent happened, CommandContext context)
    {
        var after = happened switch
        {
            RunEvent.Planned e => Plan(e, context),
            RunEvent.Calculated e => this with { Stage = RunStage.Calculated, Counts = e.Counts },
            RunEvent.Reconciled e => this with { Stage = RunStage.Reconciled, Counts = e.Counts },
            RunEvent.Reopened e => this with
            {
                Stage = e.Recalculates ? RunStage.Planned : RunStage.Calculated,
                ApprovedBy = "",
            },
            RunEvent.Approved e => this with
            {
                Stage = RunStage.Approved,
                ApprovedBy = context.Actor.Id,
                Counts = e.Counts,
            },
            RunEvent.ReleaseStarted e => this with { IssueOn = e.IssueOn },
            RunEvent.Released e => this with { Stage = RunStage.Released, Counts = e.Counts },
            RunEvent.Closed e => this with { Stage = RunStage.Closed, Counts = e.Counts },
            RunEvent.Cancelled => this with { Stage = RunStage.Cancelled, IsPaused = false },
            RunEvent.Paused => this with { IsPaused = true },
            RunEvent.Resumed => this with { IsPaused = false },
            _ => throw new BrokenInvariantException("every event of a bill run is known"),
        };
        return after with { Version = Version + 1, RecentCommandIds = Remember(context.CommandId) };
    }

    private ImmutableArray<string> Remember(string commandId)
    {
        var others = RecentCommandIds.Remove(commandId, StringComparer.Ordinal);
        return others.Length >= RecentCountMax ? others.RemoveAt(0).Add(commandId) : others.Add(commandId);
    }

    private static BillRun Plan(RunEvent.Planned e, CommandContext context) => new()
    {
        Stage = RunStage.Planned,
        EntityId = e.EntityId,
        CycleId = e.CycleId,
        Currency = e.Currency,
        Period = e.Period,
        AccountIds = e.AccountIds,
        Partitions = e.Partitions,
        CandidateCount = e.CandidateCount,
        NeedsSecondPerson = e.NeedsSecondPerson,
        PlannedBy = context.Actor.Id,
        PlanCommandId = context.CommandId,
    };
}
