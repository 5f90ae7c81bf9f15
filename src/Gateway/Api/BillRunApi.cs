using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Runs;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/bill-runs, reading: list, run, invoices, live events.</summary>
internal static class BillRunApi
{
    public static void MapBillRuns(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/v1/bill-runs").WithTags("Bill runs");
        runs.MapGet("/", List).Reads(Permissions.RunsRead).WithSummary("Lists bill runs, newest first, at most 500.");
        runs.MapGet("/{runId}", View).Reads(Permissions.RunsRead).Refuses(ProblemCode.RunUnknown)
            .WithSummary("Shows a bill run with its progress.");
        runs.MapGet("/{runId}/invoices", Invoices).Reads(Permissions.RunsRead).IsPaged().Refuses(ProblemCode.RunUnknown)
            .WithSummary("Lists the invoices of a bill run by account.");
        runs.MapGet("/{runId}/comparison", Compare).Reads(Permissions.RunsRead).Refuses(ProblemCode.RunUnknown)
            .WithSummary("Puts a run, or a dry run, beside the closed run of the period before it.");
        runs.MapGet("/{runId}/reasons", Reasons).Reads(Permissions.RunsRead).Refuses(ProblemCode.RunUnknown)
            .WithSummary("Counts the accounts that a bill run holds by reason.");
        runs.MapGet("/{runId}/sample", Sample).Reads(Permissions.RunsRead).Refuses(ProblemCode.RunUnknown)
            .WithSummary("Shows a few bills of a run: the largest, the smallest, and some that chance chose.");
        runs.MapGet("/{runId}/events", Events).Reads(Permissions.RunsRead).Refuses(ProblemCode.RunUnknown)
            .Produces<RunView>(StatusCodes.Status200OK, RunEvents.MediaType)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Sends the run whenever it changes, until it is closed or cancelled (server-sent events).");
    }

    private static async Task<Ok<ImmutableArray<RunRow>>> List(
        string? cycleId, Caller caller, IReports reports, CancellationToken cancellation) =>
        TypedResults.Ok(await reports.Runs(caller.Scope, cycleId, cancellation));

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> View(
        [AsParameters] RunRoute run, CancellationToken cancellation)
    {
        if (await run.View(cancellation) is not { } view)
            return Refused.Run();
        run.Http.Tag(view.Sequence);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Page<InvoiceRow>>, ProblemHttpResult>> Invoices(
        [AsParameters] RunRoute run, PageQuery page, IReports reports, CancellationToken cancellation)
    {
        if (await run.View(cancellation) is null)
            return Refused.Run();
        var rows = await reports.InvoicesOfRun(run.RunId, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.EntityId + "/" + row.AccountId));
    }

    private static async Task<Results<Ok<RunComparisonView>, ProblemHttpResult>> Compare(
        [AsParameters] RunRoute run, RunsBefore before, CancellationToken cancellation) =>
        await run.View(cancellation) is { } view
            ? TypedResults.Ok(await before.Compare(run.Caller, view, cancellation))
            : Refused.Run();

    private static async Task<Results<Ok<ImmutableArray<RunReasonView>>, ProblemHttpResult>> Reasons(
        [AsParameters] RunRoute run, IRunReports reports, CancellationToken cancellation) =>
        await run.View(cancellation) is null
            ? Refused.Run()
            : TypedResults.Ok(await reports.Reasons(run.RunId, cancellation));

    private static async Task<Results<Ok<ImmutableArray<SampleBillView>>, ProblemHttpResult>> Sample(
        [AsParameters] RunRoute run, IRunReports reports, CancellationToken cancellation) =>
        await run.View(cancellation) is null
            ? Refused.Run()
            : TypedResults.Ok(await reports.Sample(run.RunId, cancellation));

    private static async Task<IResult> Events(
        [AsParameters] RunRoute run, TimeProvider clock, IOptions<GatewayOptions> options,
        CancellationToken cancellation)
    {
        if (await run.View(cancellation) is not { } view)
            return Refused.Run();
        var seen = RunEvents.LastSeen(run.Http.Request);
        return seen == view.Sequence && RunEvents.IsOver(view)
            ? TypedResults.NoContent() // Tells a browser not to connect again.
            : new RunEvents(run.Grain, clock, options.Value, seen);
    }
}
