using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/legal-entities/…/draft and /v1/approvals/legal-entities: who may approve what changes by two people.
/// </summary>
internal static class LegalEntityDraftApi
{
    private const string Kind = "legal-entity";

    public static void MapLegalEntityDrafts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/approvals/legal-entities", Waiting).WithTags("Approvals")
            .Reads(Permissions.LegalEntitiesRead).IsPaged()
            .WithSummary("Lists drafts of legal entities that wait for a second person.");
        var draft = routes.MapGroup("/v1/legal-entities/{id}/draft").WithTags("Master data");
        draft.MapGet("", View).Reads(Permissions.LegalEntitiesRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Shows the newest draft of a legal entity, and what it changes.");
        draft.MapGet("/history", History).Reads(Permissions.LegalEntitiesRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists every step of all drafts of a legal entity, oldest first.");
        draft.MapPut("", Save).Changes(Permissions.LegalEntitiesWrite).NeedsReason().NeedsVersion()
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.IdMismatch, ProblemCode.RecordInvalid, "date-not-allowed",
                "text-invalid", "currency-unknown", "draft-waits")
            .Noted("legal-entity-drafted", Kind)
            .WithSummary("Saves what a legal entity shall become; If-Match names the version of the legal entity.");
        draft.MapPost("/release", Release).Changes(Permissions.LegalEntitiesWrite).NeedsVersion()
            .Refuses(ProblemCode.RecordUnknown, "second-person-needed", "draft-void")
            .Noted("legal-entity-changed", Kind)
            .WithSummary("Agrees to the draft of the version that If-Match names; it holds from then on.");
        draft.MapPost("/reject", Reject).Changes(Permissions.LegalEntitiesWrite).NeedsReason().NeedsVersion()
            .Refuses(ProblemCode.RecordUnknown, "second-person-needed")
            .Noted("legal-entity-draft-rejected", Kind)
            .WithSummary("Says no to the draft of another person.");
        draft.MapPost("/withdraw", Withdraw).Changes(Permissions.LegalEntitiesWrite).NeedsVersion()
            .Refuses(ProblemCode.RecordUnknown, "not-the-maker")
            .Noted("legal-entity-draft-withdrawn", Kind)
            .WithSummary("Takes the caller's own draft back.");
    }

    private static async Task<Ok<Page<LegalEntityDraftRow>>> Waiting(
        PageQuery page, Caller caller, ILegalEntityDrafts drafts, CancellationToken cancellation)
    {
        var rows = await drafts.Waiting(caller.Scope, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.EntityId));
    }

    private static async Task<Results<Ok<LegalEntityDraftView>, ProblemHttpResult>> View(
        [AsParameters] MasterLook look, CancellationToken cancellation)
    {
        if (!look.Caller.Scope.Allows(look.Id) || await Draft(look).View(cancellation) is not { } view)
            return Unknown();
        look.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<ImmutableArray<LegalEntityDraftView>>, ProblemHttpResult>> History(
        [AsParameters] MasterLook look, CancellationToken cancellation) =>
        look.Caller.Scope.Allows(look.Id) && await Draft(look).History(cancellation) is { IsEmpty: false } steps
            ? TypedResults.Ok(steps)
            : Unknown();

    private static async Task<Results<Ok<LegalEntityDraftView>, ProblemHttpResult>> Save(
        [AsParameters] MasterLook look, [AsParameters] Step step, Command command, LegalEntityRecord body,
        CancellationToken cancellation)
    {
        if (body.Id != look.Id)
            return Refused.With(ProblemCode.IdMismatch, "id differs between path and body.");
        if (!look.Caller.Scope.Allows(look.Id))
            return Unknown();
        var from = step.ValidFrom ?? DateOnly.FromDateTime(command.Envelope.At.UtcDateTime);
        var put = new MasterPut(new MasterContent(LegalEntity: body), from, step.Precondition.ExpectedVersion);
        return Tagged(await Draft(look).Save(command.Envelope, put, cancellation), look);
    }

    private static async Task<Results<Ok<MasterView>, ProblemHttpResult>> Release(
        [AsParameters] MasterLook look, Precondition precondition, Command command, CancellationToken cancellation)
    {
        if (!look.Caller.Scope.Allows(look.Id))
            return Unknown();
        var reply = await Draft(look).Release(command.Envelope, precondition.ExpectedVersion ?? 0, cancellation);
        if (reply.Value is { } stored)
            look.Http.Tag(stored.Version);
        return reply.ToOk(look.Http);
    }

    private static async Task<Results<Ok<LegalEntityDraftView>, ProblemHttpResult>> Reject(
        [AsParameters] MasterLook look, Precondition precondition, Command command, CancellationToken cancellation) =>
        look.Caller.Scope.Allows(look.Id)
            ? Tagged(
                await Draft(look).Reject(command.Envelope, precondition.ExpectedVersion ?? 0, cancellation), look)
            : Unknown();

    private static async Task<Results<Ok<LegalEntityDraftView>, ProblemHttpResult>> Withdraw(
        [AsParameters] MasterLook look, Precondition precondition, Command command, CancellationToken cancellation) =>
        look.Caller.Scope.Allows(look.Id)
            ? Tagged(
                await Draft(look).Withdraw(command.Envelope, precondition.ExpectedVersion ?? 0, cancellation), look)
            : Unknown();

    private static Results<Ok<LegalEntityDraftView>, ProblemHttpResult> Tagged(
        Reply<LegalEntityDraftView> reply, MasterLook look)
    {
        if (reply.Value is { } view)
            look.Http.Tag(view.Version);
        return reply.ToOk(look.Http);
    }

    private static ILegalEntityDraftGrain Draft(MasterLook look) =>
        look.Grains.GetGrain<ILegalEntityDraftGrain>(look.Id);

    private static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.RecordUnknown, LegalEntityDraftRecord.NothingWaits);

    /// <summary>What is to be stored from which day, and which version it replaces.</summary>
    private sealed record Step(DateOnly? ValidFrom, Precondition Precondition);
}
