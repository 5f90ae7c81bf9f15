using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/streams: how far the durable streams are, and what could not have its effect.</summary>
internal static class StreamApi
{
    public static void MapStreams(this IEndpointRouteBuilder routes)
    {
        var streams = routes.MapGroup("/v1/streams").WithTags("Streams");
        streams.MapGet("/", List).Reads(Permissions.StreamsRead)
            .WithSummary("Lists the durable streams with what waits, the checkpoints and the quarantine.");
        var quarantine = streams.MapGroup("/{stream}/quarantine");
        quarantine.MapGet("/", Quarantined).Reads(Permissions.StreamsRead).IsPaged()
            .Refuses(ProblemCode.StreamUnknown)
            .WithSummary("Lists records that could not have their effect and wait for a decision, oldest first.");
        quarantine.MapPost("/{id:long}/redrive", Redrive).Changes(Permissions.StreamsWork)
            .Refuses(ProblemCode.QuarantineUnknown, ProblemCode.QuarantineDecided, ProblemCode.QuarantineUnreadable,
                ProblemCode.StreamFull)
            .Noted("record-redriven", "quarantine")
            .WithSummary("Sends a record through its stream once more.");
        quarantine.MapPost("/{id:long}/discard", Discard).Changes(Permissions.StreamsWork).NeedsReason()
            .Refuses(ProblemCode.QuarantineUnknown, ProblemCode.QuarantineDecided)
            .Noted("record-discarded", "quarantine")
            .WithSummary("Gives a record up, with a reason: it will have no effect.");
    }

    private static async Task<Ok<ImmutableArray<StreamView>>> List(
        IStreamReports reports, CancellationToken cancellation) =>
        TypedResults.Ok(await reports.Streams(cancellation));

    private static async Task<Results<Ok<Page<QuarantineView>>, ProblemHttpResult>> Quarantined(
        string stream, PageQuery page, Caller caller, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var streams = await desk.Reports.Streams(cancellation);
        if (streams.All(known => known.Name != stream))
            return Refused.With(ProblemCode.StreamUnknown, "There is no such stream.");
        var range = new QuarantineRange(page.Number, page.Limit + 1);
        var rows = await desk.Quarantine.Waiting(stream, caller.Scope, range, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Redrive(
        string stream, long id, Command command, [AsParameters] Desk desk, CancellationToken cancellation) =>
        Answer(await desk.Quarantine.Redrive(
            new QuarantineKey(stream, id, command.Caller.Scope), command.PersonId, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> Discard(
        string stream, long id, Command command, [AsParameters] Desk desk, CancellationToken cancellation) =>
        Answer(await desk.Quarantine.Discard(
            new QuarantineKey(stream, id, command.Caller.Scope),
            command.PersonId,
            command.Envelope.Reason!,
            cancellation));

    private static Results<NoContent, ProblemHttpResult> Answer(QuarantineDecision decision) => decision switch
    {
        QuarantineDecision.Done => TypedResults.NoContent(),
        QuarantineDecision.DecidedBefore => Refused.With(
            ProblemCode.QuarantineDecided, "The record was driven again or discarded before."),
        QuarantineDecision.Unreadable => Refused.With(
            ProblemCode.QuarantineUnreadable, "What the row held cannot be read any more."),
        _ => Refused.With(ProblemCode.QuarantineUnknown, "There is no such record in quarantine."),
    };

    private sealed record Desk(IStreamReports Reports, IQuarantine Quarantine);
}
