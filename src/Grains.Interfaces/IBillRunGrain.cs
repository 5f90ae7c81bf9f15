using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// One bill run, keyed by run id: planned → calculated → reconciled → approved → released → closed, or cancelled.
/// Long stages go on by themselves, also after a crash; the view shows progress.
/// </summary>
[Alias("bill-run")]
public interface IBillRunGrain : IGrainWithStringKey
{
    /// <summary>
    /// Plans the run and begins to calculate drafts; repeated with the same command id it answers the same.
    /// </summary>
    [Alias("plan")]
    Task<Reply<RunView>> Plan(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation);

    /// <summary>Begins a calculation that leaves no trace in the database; poll the view.</summary>
    [Alias("dry-run")]
    Task<Reply<RunView>> DryRun(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation);

    /// <summary>Calculates all drafts again; an approval is void after it.</summary>
    [Alias("recalculate")]
    Task<Reply<RunView>> Recalculate(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Releases, re-calculates or skips one held account; an approval is void after it.</summary>
    [Alias("resolve")]
    Task<Reply<RunView>> Resolve(CommandEnvelope envelope, ResolveHeld command, CancellationToken cancellation);

    /// <summary>
    /// Approves a reconciled run; by another person than its planner where the legal entity asks for that.
    /// </summary>
    [Alias("approve")]
    Task<Reply<RunView>> Approve(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Begins to issue the invoices of an approved run.</summary>
    [Alias("release")]
    Task<Reply<RunView>> Release(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Cancels a run that has issued nothing; its drafts are gone.</summary>
    [Alias("cancel")]
    Task<Reply<RunView>> Cancel(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Stops the work between two pages; nothing that is done is lost.</summary>
    [Alias("pause")]
    Task<Reply<RunView>> Pause(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Lets a paused run go on.</summary>
    [Alias("go-on")]
    Task<Reply<RunView>> GoOn(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>Goes on where a crash or a restart stopped; harmless at any time.</summary>
    [Alias("resume")]
    Task Resume(CancellationToken cancellation);

    /// <summary>The run with its progress, or null.</summary>
    [AlwaysInterleave, Alias("view")]
    Task<RunView?> View(CancellationToken cancellation);
}
