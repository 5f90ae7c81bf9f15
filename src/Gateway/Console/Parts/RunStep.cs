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
/// <param name="Stages">At which stages it can be taken.</param>
/// <param name="Send">Takes it.</param>
public sealed record RunStep(
    string Name,
    string Permission,
    string? Key,
    IReadOnlyList<string> Stages,
    Func<IBillRunGrain, CommandEnvelope, Task<Reply<RunView>>> Send)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RunStep> All { get; } =
    [
        new("Approve", Permissions.RunsApprove, "a", ["reconciled"], (run, envelope) => run.Approve(envelope, default)),
        new("Release", Permissions.RunsWork, null, ["approved"], (run, envelope) => run.Release(envelope, default)),
        new("Calculate again", Permissions.RunsWork, null, ["calculated", "reconciled", "approved"],
            (run, envelope) => run.Recalculate(envelope, default)),
        new("Cancel run", Permissions.RunsWork, null, ["planned", "calculated", "reconciled", "approved"],
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

    internal DeskCommand CommandFor(RunView run) => new(Permission, IsApproval: Permission == Permissions.RunsApprove)
    {
        Noted = Noted is { } action ? (action, new AuditSubject("bill-run", run.RunId, run.EntityId)) : null,
    };
}
