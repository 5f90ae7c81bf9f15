using System.Globalization;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/audit: what was done to the installation, whether its chain holds, and seals over all chains.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/v1/audit").WithTags("Audit");
        audit.MapGet("/", List).Reads(Permissions.AuditRead).IsPaged()
            .WithSummary("Lists what people and programs did to the installation, newest first.");
        audit.MapGet("/check", Check).Reads(Permissions.AuditRead)
            .WithSummary("Walks the chain of the audit trail and says where it is broken, if it is.");
        audit.MapGet("/seals", Seals).Reads(Permissions.AuditRead).IsPaged()
            .WithSummary("Lists the signed seals, newest first.");
        audit.MapPost("/seals", Seal).Changes(Permissions.AuditSeal).Refuses(ProblemCode.SealTaken)
            .WithSummary("Seals the heads of all chains as they stand; keep the answer outside the database.");
    }

    private static async Task<Ok<Page<AuditEntryView>>> List(
        [AsParameters] Wanted wanted, PageQuery page, Caller caller, IAuditTrail trail, CancellationToken cancellation)
    {
        var filter = new AuditFilter(caller.Scope)
        {
            ActorId = wanted.ActorId ?? "",
            Action = wanted.Action ?? "",
            EntityId = wanted.EntityId ?? "",
            AccountId = wanted.AccountId ?? "",
        };
        var rows = await trail.Read(filter, page.Number, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(
            [.. rows.Select(AuditEntryView.Of)], row => row.Position.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Ok<AuditCheckView>> Check(IAuditTrail trail, CancellationToken cancellation)
    {
        var state = await trail.Check(cancellation);
        return TypedResults.Ok(new AuditCheckView(state.EntryCount, state.Holds, state.Fault));
    }

    private static async Task<Ok<Page<AuditSeal>>> Seals(
        PageQuery page, IAuditSeals seals, CancellationToken cancellation)
    {
        var rows = await seals.List(page.Number, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Results<Created<AuditSeal>, ProblemHttpResult>> Seal(
        Command command, IAuditSeals seals, TimeProvider clock, CancellationToken cancellation)
    {
        var request = new SealRequest(clock.GetUtcNow(), command.PersonId, Noting.Api, command.Envelope.CommandId);
        return await seals.Seal(request, cancellation) is { } seal
            ? TypedResults.Created($"/v1/audit/seals/{seal.Number}", seal)
            : Refused.With(ProblemCode.SealTaken, "Somebody else sealed in the same moment.");
    }

    private sealed record Wanted(
        string? ActorId = null, string? Action = null, string? EntityId = null, string? AccountId = null);
}
