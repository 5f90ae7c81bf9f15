using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Persons;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/retention: how long kinds of records are kept; a change needs two people.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var retention = routes.MapGroup("/v1/retention").WithTags("Persons");
        retention.MapGet("/", List).Reads(Permissions.RetentionManage)
            .WithSummary("Lists kinds of records, how long they are kept, and changes that wait.");
        retention.MapPost("/{name}", Ask).Changes(Permissions.RetentionManage).NeedsReason()
            .Refuses(ProblemCode.RetentionUnknown, ProblemCode.RetentionInvalid)
            .WithSummary("Asks for a kind of record to be kept longer or shorter.");
        retention.MapPost("/{name}/approve", Approve).Changes(Permissions.RetentionManage)
            .Refuses(ProblemCode.RetentionUnknown, ProblemCode.NothingAsked, "second-person-needed")
            .WithSummary("Agrees to what another person asked for.");
    }

    private static async Task<Ok<ImmutableArray<StoredRetention>>> List(
        RetentionDesk desk, CancellationToken cancellation) => TypedResults.Ok(await desk.List(cancellation));

    private static async Task<Results<Ok<StoredRetention>, ProblemHttpResult>> Ask(
        string name, RetentionChange body, Command command, [AsParameters] Desk desk,
        CancellationToken cancellation) =>
        (await desk.Retention.Ask(name, body.Years, desk.Note(command, name), cancellation)).ToOk(desk.Http);

    private static async Task<Results<Ok<StoredRetention>, ProblemHttpResult>> Approve(
        string name, Command command, [AsParameters] Desk desk, CancellationToken cancellation) =>
        (await desk.Retention.Approve(name, desk.Note(command, name), cancellation)).ToOk(desk.Http);

    private sealed record Desk(RetentionDesk Retention, TimeProvider Clock, HttpContext Http)
    {
        public AuditEntry Note(Command command, string name) =>
            command.Note("", new AuditSubject("retention", name), Clock);
    }
}
