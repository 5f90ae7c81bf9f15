using System.Diagnostics;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Cli.Demo;

/// <summary>Takes a run through all its stages as two people do: the operator works, the supervisor approves.</summary>
internal sealed class BillingDay(DemoDesk desk, Terminal terminal)
{
    /// <summary>Plans, calculates, looks at the exceptions, approves, releases and closes.</summary>
    public async Task<BilledRun> Bill(PlanRun plan, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var planned = await desk.AsOperator.Send<RunView>(
            HttpMethod.Post, "v1/bill-runs", plan, Ask.Fresh(), cancellation);
        var drafted = await desk.AsOperator.Until(planned.RunId, Runs.IsAtRest, Watch, cancellation);
        if (drafted.Difference is { } difference)
            throw new InvalidOperationException($"Run {planned.RunId} does not reconcile: {difference}");
        var held = await Held(planned.RunId, cancellation);
        await desk.AsSupervisor.Step(planned.RunId, "approve", Ask.Fresh(), cancellation);
        await desk.AsOperator.Step(planned.RunId, "release", Ask.Fresh(), cancellation);
        var closed = await desk.AsOperator.Until(planned.RunId, run => run.Stage == "closed", Watch, cancellation);
        terminal.EndProgress();
        // An account whose inputs changed between draft and release is held again: look once more.
        if (closed.HeldCount != held.Count)
            held = await Held(planned.RunId, cancellation);
        return new BilledRun(closed, held, Stopwatch.GetElapsedTime(started));
    }

    private void Watch(RunView run) => terminal.Progress(RunPrinting.ProgressOf(run));

    private async Task<List<WorklistRow>> Held(string runId, CancellationToken cancellation)
    {
        var rows = new List<WorklistRow>();
        var path = RunPrinting.ExceptionsOf(runId, "open");
        await foreach (var row in desk.AsOperator.Rows<WorklistRow>(path, cancellation))
            rows.Add(row);
        return rows;
    }
}
