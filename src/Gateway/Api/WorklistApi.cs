using System.Globalization;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Worklists;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Worklists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/worklist: what waits for a person, and what a person does about it.</summary>
internal static class WorklistApi
{
    private const string Dropped = "dropped";

    public static void MapWorklist(this IEndpointRouteBuilder routes)
    {
        var worklist = routes.MapGroup("/v1/worklist").WithTags("Worklist");
        worklist.MapGet("/", List).Reads(Permissions.WorklistRead).IsPaged()
            .WithSummary("Lists rejected records and held accounts, oldest first.");
        worklist.MapGet("/{id:long}", View).Reads(Permissions.WorklistRead).Refuses(ProblemCode.WorklistUnknown)
            .WithSummary("Shows one row.");
        worklist.MapPost("/{id:long}/assign", Assign).Changes(Permissions.WorklistWrite)
            .Refuses(ProblemCode.WorklistUnknown, ProblemCode.WorklistResolved, "text-invalid")
            .WithSummary("Gives a row an owner.");
        worklist.MapPost("/{id:long}/snooze", Rest).Changes(Permissions.WorklistWrite)
            .Refuses(ProblemCode.WorklistUnknown, ProblemCode.WorklistResolved, "date-not-allowed")
            .WithSummary("Lets a row rest until a day, on which it waits again.");
        worklist.MapPost("/{id:long}/redrive", Redrive).Changes(Permissions.WorklistWrite)
            .Noted("record-redriven", "worklist")
            .Refuses(ProblemCode.WorklistUnknown, ProblemCode.WorklistResolved, ProblemCode.WorklistWrongKind,
                ProblemCode.StreamFull, "party-unknown", "usage-record-refused", "call-ended", "call-part-conflict",
                "call-parts-differ")
            .WithSummary("Tries a rejected record again, or one that could not be rated.");
        worklist.MapPost("/{id:long}/drop", Drop).Changes(Permissions.WorklistWrite).NeedsReason()
            .Refuses(ProblemCode.WorklistUnknown, ProblemCode.WorklistResolved, ProblemCode.WorklistWrongKind)
            .WithSummary("Gives a record, a long call or missing files up, with a reason.");
    }

    private static async Task<Ok<Page<WorklistRow>>> List(
        [AsParameters] Filters filters, PageQuery page, Caller caller, IReports reports, CancellationToken cancellation)
    {
        var rows = await reports.Worklist(caller.Scope, filters.Wanted, page.Number, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Results<Ok<WorklistRow>, ProblemHttpResult>> View(
        long id, Caller caller, IWorklistStore store, CancellationToken cancellation) =>
        await Find(id, caller, store, cancellation) is { } row ? TypedResults.Ok(row) : Unknown();

    private static async Task<Results<Ok<WorklistRow>, ProblemHttpResult>> Assign(
        long id, Assignment body, Command command, IWorklistStore store, CancellationToken cancellation)
    {
        if (!PathIds.IsId(body.Owner))
            return Refused.With("text-invalid", "owner is not well formed.");
        if (await Find(id, command.Caller, store, cancellation) is null)
            return Unknown();
        return await store.Assign(id, body.Owner, cancellation) && await store.Read(id, cancellation) is { } row
            ? TypedResults.Ok(row)
            : Resolved();
    }

    private static async Task<Results<Ok<WorklistRow>, ProblemHttpResult>> Rest(
        long id, Snooze body, Command command, IWorklistStore store, CancellationToken cancellation)
    {
        if (await Find(id, command.Caller, store, cancellation) is null)
            return Unknown();
        var today = DateOnly.FromDateTime(command.Envelope.At.UtcDateTime);
        var reply = await Snoozing.Snooze(store, id, (body.Until, today), cancellation);
        return reply.Problem is { } problem
            ? Refused.With(problem.Code, problem.Detail)
            : TypedResults.Ok(reply.Value!);
    }

    private static async Task<Results<Ok<WorklistRow>, ProblemHttpResult>> Redrive(
        [AsParameters] Row row, Command command, CancellationToken cancellation)
    {
        if (await Find(row.Id, command.Caller, row.Store, cancellation) is not { } found)
            return Unknown();
        if (!WaitingRecords.MayBeDriven(found))
            return WrongKind();
        return await WaitingRecords.Drive(row.Grains, found, command.Envelope, cancellation) is { } problem
            ? Refused.With(problem.Code, problem.Detail)
            : TypedResults.Ok(await row.Store.Read(row.Id, cancellation) ?? found);
    }

    private static async Task<Results<Ok<WorklistRow>, ProblemHttpResult>> Drop(
        [AsParameters] Row row, Command command, CancellationToken cancellation)
    {
        if (await Find(row.Id, command.Caller, row.Store, cancellation) is not { } found)
            return Unknown();
        if (!WaitingRecords.MayBeDropped(found))
            return WrongKind();
        var reason = command.Envelope.Reason!;
        if (await row.Store.Resolve(row.Id, Dropped, command.PersonId, reason, cancellation))
            return await row.Store.Read(row.Id, cancellation) is { } dropped ? TypedResults.Ok(dropped) : Unknown();
        var now = await row.Store.Read(row.Id, cancellation);
        if (now is not { State: Dropped } || now.ResolvedBy != command.PersonId || now.Resolution != reason)
            return Resolved();
        row.Http.MarkReplay();
        return TypedResults.Ok(now);
    }

    /// <summary>A row the caller may see; one that belongs to no legal entity is for callers without a limit.</summary>
    private static async Task<WorklistRow?> Find(
        long id, Caller caller, IWorklistStore store, CancellationToken cancellation)
    {
        var row = await store.Read(id, cancellation);
        return row is not null && (caller.IsUnlimited || (row.EntityId is { } entity && caller.Scope.Allows(entity)))
            ? row
            : null;
    }

    private static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.WorklistUnknown, "There is no such worklist row.");

    private static ProblemHttpResult Resolved() =>
        Refused.With(ProblemCode.WorklistResolved, "The row is not open any more.");

    private static ProblemHttpResult WrongKind() =>
        Refused.With(ProblemCode.WorklistWrongKind, "The row is no record.");

    private sealed record Row(long Id, IWorklistStore Store, IGrainFactory Grains, HttpContext Http);

    private sealed record Filters(
        string? Kind, string? State, string? Code, string? RunId, string? ImportId, string? Owner, DateOnly? AwakeOn)
    {
        public WorklistFilter Wanted => new(Kind, State, Code, RunId, ImportId, Owner, AwakeOn);
    }
}
