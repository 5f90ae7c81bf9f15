using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A step somebody can take with a bill run.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Permission">What it needs.</param>
/// <param name="Key">Its key; null for none.</param>
/// <param name="Fits">Whether it is offered for a run as it stands.</param>
/// <param name="Send">Takes it.</param>
public sealed record RunStep(
    string Name,
    string Permission,
    string? Key,
    Predicate<RunView> Fits,
    Func<IBillRunGrain, CommandEnvelope, Task<Reply<RunView>>> Send)
{
    private const string CancelName = "Cancel run";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RunStep> All { get; } =
    [
        new("Approve", Permissions.RunsApprove, "a", run => IsAt(run, "reconciled"),
            (run, envelope) => run.Approve(envelope, default)),
        new("Release", Permissions.RunsWork, null, run => IsAt(run, "approved") && !IsReleasing(run),
            (run, envelope) => run.Release(envelope, default)),
        new("Resume", Permissions.RunsWork, "s", run => run.IsPaused, (run, envelope) => run.GoOn(envelope, default)),
        new("Pause", Permissions.RunsWork, "s", run => run.Working is not null,
            (run, envelope) => run.Pause(envelope, default)),
        new("Calculate again", Permissions.RunsWork, null,
            run => IsAt(run, "calculated", "reconciled", "approved") && !IsReleasing(run),
            (run, envelope) => run.Recalculate(envelope, default)),
        new(CancelName, Permissions.RunsWork, null,
            run => run.Stage is "planned" or "calculated" or "reconciled" or "approved" && !IsReleasing(run),
            (run, envelope) => run.Cancel(envelope, default)),
    ];

    /// <summary>What it is in the audit trail; null for what changes only drafts.</summary>
    private string? Noted => Name switch
    {
        "Approve" => "bill-run-approved",
        "Release" => "bill-run-released",
        "Cancel run" => "bill-run-cancelled",
        _ => null,
    };

    /// <summary>Whether it gives something up that cannot be had back, so that a person says it twice.</summary>
    public bool IsFinal => Name == CancelName;

    /// <summary>Whether it is the one that leads on.</summary>
    public bool IsMain => Name is "Approve" or "Release" or "Resume";

    internal DeskCommand CommandFor(RunView run) => new(Permission, IsApproval: Permission == Permissions.RunsApprove)
    {
        Noted = Noted is { } action ? (action, new AuditSubject("bill-run", run.RunId, run.EntityId)) : null,
    };

    // What a run does by itself is not disturbed by steps of the stage after.
    private static bool IsAt(RunView run, params string[] stages) =>
        run is { Working: null, IsPaused: false } && stages.Contains(run.Stage, StringComparer.Ordinal);

    private static bool IsReleasing(RunView run) => run.History.Any(entry => entry.Kind == "release-started");
}
