using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/bill-runs, changing: plan, dry run, recalculate, held accounts, and each step.</summary>
internal static class BillRunCommandApi
{
    public static void MapBillRunCommands(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/v1/bill-runs").WithTags("Bill runs");
        string[] planning = ["entity-unknown", "cycle-unknown", "period-unknown", "account-unknown"];
        runs.MapPost("/", Plan).Changes(Permissions.RunsWork).Refuses(planning).Refuses(ProblemCode.RunActive)
            .WithSummary("Plans a bill run and begins to calculate its drafts.");
        runs.MapPost("/dry-run", DryRun).Changes(Permissions.RunsWork).Refuses(planning)
            .WithSummary("Calculates a bill run that leaves no trace.");
        var run = runs.MapGroup("/{runId}");
        run.MapStep("/recalculate", Recalculate, Permissions.RunsWork,
            "Calculates all drafts again; an approval is void after it.");
        run.MapStep("/approve", Approve, Permissions.RunsApprove, "Approves a reconciled run.")
            .Refuses("second-person-needed", "run-differs").Noted("bill-run-approved", "bill-run");
        run.MapStep("/release", Release, Permissions.RunsWork, "Begins to issue the invoices of an approved run.")
            .Refuses("run-differs").Noted("bill-run-released", "bill-run");
        run.MapStep("/pause", Pause, Permissions.RunsWork, "Stops the work of a run; nothing that is done is lost.")
            .Refuses("run-not-working");
        run.MapStep("/resume", Resume, Permissions.RunsWork, "Lets a paused run go on where it stopped.")
            .Refuses("run-not-paused");
        run.MapStep("/cancel", Cancel, Permissions.RunsWork, "Cancels a run that has issued nothing.")
            .Noted("bill-run-cancelled", "bill-run");
        run.MapPost("/exceptions/{accountId}", Resolve).Changes(Permissions.RunsWork).NeedsReason()
            .Refuses(ProblemCode.RunUnknown, ProblemCode.IdMismatch, "run-wrong-stage", "exception-unknown",
                "exception-hard")
            .WithSummary("Releases, recalculates or skips one held account; an approval is void after it.");
    }

    private static RouteHandlerBuilder MapStep(
        this IEndpointRouteBuilder run, string path, Delegate handler, string permission, string summary) =>
        run.MapPost(path, handler).Changes(permission).Refuses(ProblemCode.RunUnknown, "run-wrong-stage")
            .WithSummary(summary);

    private static Task<Results<Accepted<RunView>, ProblemHttpResult>> Plan(
        PlanRun body, Command command, IGrainFactory grains, HttpContext http, CancellationToken cancellation) =>
        Begin(command.IdOfNew("run"), (run, ask) => run.Plan(command.Envelope, body, ask),
            new Asked(body.EntityId, command, grains, http), cancellation);

    private static Task<Results<Accepted<RunView>, ProblemHttpResult>> DryRun(
        PlanRun body, Command command, IGrainFactory grains, HttpContext http, CancellationToken cancellation) =>
        Begin(command.IdOfNew("dry"), (run, ask) => run.DryRun(command.Envelope, body, ask),
            new Asked(body.EntityId, command, grains, http), cancellation);

    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> Begin(
        string runId, Func<IBillRunGrain, CancellationToken, Task<Reply<RunView>>> begin, Asked asked,
        CancellationToken cancellation)
    {
        if (!asked.Command.Caller.Scope.Allows(asked.EntityId))
            return Refused.With(ProblemCode.EntityUnknown, "There is no such legal entity.");
        var reply = await begin(asked.Grains.GetGrain<IBillRunGrain>(runId), cancellation);
        return reply.ToAccepted(asked.Http, $"/v1/bill-runs/{runId}");
    }

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Recalculate(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.Recalculate(command.Envelope, ask), cancellation);

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Approve(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.Approve(command.Envelope, ask), cancellation);

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Release(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.Release(command.Envelope, ask), cancellation);

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Pause(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.Pause(command.Envelope, ask), cancellation);

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Resume(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.GoOn(command.Envelope, ask), cancellation);

    private static Task<Results<Ok<RunView>, ProblemHttpResult>> Cancel(
        [AsParameters] RunRoute run, Command command, CancellationToken cancellation) =>
        Step(run, ask => run.Grain.Cancel(command.Envelope, ask), cancellation);

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> Resolve(
        [AsParameters] RunRoute run, string accountId, ResolveHeld body, Command command,
        CancellationToken cancellation) =>
        body.AccountId == accountId
            ? await Step(run, ask => run.Grain.Resolve(command.Envelope, body, ask), cancellation)
            : Refused.With(ProblemCode.IdMismatch, "accountId differs between path and body.");

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> Step(
        RunRoute run, Func<CancellationToken, Task<Reply<RunView>>> step, CancellationToken cancellation) =>
        await run.View(cancellation) is null ? Refused.Run() : (await step(cancellation)).ToOk(run.Http);

    private sealed record Asked(string EntityId, Command Command, IGrainFactory Grains, HttpContext Http);
}
