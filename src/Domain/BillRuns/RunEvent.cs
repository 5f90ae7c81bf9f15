using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.BillRuns;

/// <summary>Everything that can happen to a bill run. The kebab-case names are stored for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(Calculated), "calculated")]
[JsonDerivedType(typeof(Reconciled), "reconciled")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(ReleaseStarted), "release-started")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
public abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>The run was planned for a period of a cycle.</summary>
    public sealed record Planned(
        string EntityId,
        string CycleId,
        Period Period,
        ImmutableArray<string> AccountIds,
        ImmutableArray<RunPartition> Partitions,
        long CandidateCount,
        bool NeedsSecondPerson) : RunEvent
    {
        /// <summary>The one currency it bills; null: that of the legal entity.</summary>
        public string? Currency { get; init; }
    }

    /// <summary>All partitions have calculated.</summary>
    public sealed record Calculated(RunCounts Counts) : RunEvent;

    /// <summary>Counts and totals of the drafts agree.</summary>
    public sealed record Reconciled(RunCounts Counts) : RunEvent;

    /// <summary>It is calculated again, wholly or in part; an approval is void.</summary>
    public sealed record Reopened(string What, bool Recalculates) : RunEvent;

    /// <summary>A person approved it as it stood.</summary>
    public sealed record Approved(RunCounts Counts) : RunEvent;

    /// <summary>Issuing began; all its invoices bear this date.</summary>
    public sealed record ReleaseStarted(LocalDate IssueOn) : RunEvent;

    /// <summary>All drafts are issued or held again.</summary>
    public sealed record Released(RunCounts Counts) : RunEvent;

    /// <summary>Invoices, drafts and postings agree.</summary>
    public sealed record Closed(RunCounts Counts) : RunEvent;

    /// <summary>The run was given up; its drafts are gone.</summary>
    public sealed record Cancelled() : RunEvent;

    /// <summary>A person stopped its work between two pages.</summary>
    public sealed record Paused() : RunEvent;

    /// <summary>A person let it go on.</summary>
    public sealed record Resumed() : RunEvent;
}
