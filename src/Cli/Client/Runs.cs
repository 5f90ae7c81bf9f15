using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Cli.Client;

/// <summary>Steps and follows bill runs.</summary>
internal static class Runs
{
    /// <summary>One step: recalculate, approve, release, pause, resume or cancel.</summary>
    public static Task<RunView> Step(
        this GatewayClient gateway, string runId, string step, Ask ask, CancellationToken cancellation) =>
        gateway.Send<RunView>(HttpMethod.Post, Paths.Run(runId, "/" + step), null, ask, cancellation);

    /// <summary>Follows a run by its live events until the predicate holds; a lost stream is taken up again.</summary>
    public static async Task<RunView> Until(
        this GatewayClient gateway, string runId, Predicate<RunView> holds, Action<RunView> watch,
        CancellationToken cancellation)
    {
        while (true)
        {
            await foreach (var run in gateway.Events<RunView>(Paths.Run(runId, "/events"), cancellation))
            {
                watch(run);
                if (holds(run))
                    return run;
            }
            var now = await gateway.Get<RunView>(Paths.Run(runId), cancellation);
            if (holds(now) || IsOver(now))
                return now;
        }
    }

    /// <summary>Whether a run waits for a person, or is over.</summary>
    public static bool IsAtRest(RunView run) =>
        run.IsPaused
        || (run.Working is null && (run.Difference is not null || run.Stage is not ("planned" or "released")));

    private static bool IsOver(RunView run) => run.Stage is "closed" or "cancelled";
}
