using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>A bill run whose view the test moves; ids of runs begin with "run-".</summary>
internal sealed class FakeRun(string runId) : IBillRunGrain
{
    public RunView? Now { get; set; } = runId.StartsWith("run-", StringComparison.Ordinal) ? Sample(runId) : null;

    public List<CommandEnvelope> Asked { get; } = [];

    public static RunView Sample(string runId, string entityId = "north") => new(
        runId, entityId, "monthly", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), "reconciled", null, false,
        "AUD", 10, 10, 9, 8, 1, 0, 0, 800, 80, 880, [], 12.5m, null, null, [], 3);

    public Task<Reply<RunView>> Plan(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> DryRun(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Recalculate(CommandEnvelope envelope, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Resolve(
        CommandEnvelope envelope, ResolveHeld command, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Approve(CommandEnvelope envelope, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Release(CommandEnvelope envelope, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Cancel(CommandEnvelope envelope, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<RunView>> Pause(CommandEnvelope envelope, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<RunView>> GoOn(CommandEnvelope envelope, CancellationToken cancellation) => Answer(envelope);

    public Task Resume(CancellationToken cancellation) => Task.CompletedTask;

    public Task<RunView?> View(CancellationToken cancellation) => Task.FromResult(Now);

    private Task<Reply<RunView>> Answer(CommandEnvelope envelope)
    {
        Asked.Add(envelope);
        return Task.FromResult(new Reply<RunView>(Now ?? Sample("none")));
    }
}
