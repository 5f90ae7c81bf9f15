using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Streams;
using BillingActors.Grains.Interfaces.Streams;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/usage/events: calls and events as they happen; they are durable once they are accepted.</summary>
internal static class UsageEventApi
{
    private const string Path = "/v1/usage/events";
    private const string Single = "application/cloudevents+json";
    private const string Batch = "application/cloudevents-batch+json";

    public static void MapUsageEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup(Path).WithTags("Usage");
        events.MapPost("/", Post).Changes(Permissions.UsageWrite)
            .Refuses(ProblemCode.BodyInvalid, ProblemCode.BodyTooLarge, ProblemCode.RecordsRejected,
                ProblemCode.StreamFull)
            .WithSummary("Accepts usage as CloudEvents 1.0, one event or a batch; rated by its account on arrival.");
        events.MapGet("/{operationId}", Progress).Reads(Permissions.UsageRead)
            .Refuses(ProblemCode.OperationUnknown)
            .WithSummary("Says how far the records of a request are, and how many had come before.");
    }

    private static async Task<Results<Accepted<StreamReceipt>, ProblemHttpResult>> Post(
        JsonElement body, Command command, StreamIntake intake, HttpContext http, CancellationToken cancellation)
    {
        var isBatch = body.ValueKind == JsonValueKind.Array;
        var type = http.Request.ContentType ?? "";
        if ((isBatch && type.StartsWith(Single, StringComparison.OrdinalIgnoreCase))
            || (!isBatch && type.StartsWith(Batch, StringComparison.OrdinalIgnoreCase)))
        {
            return Refused.With(ProblemCode.BodyInvalid, $"{Single} is one event, {Batch} is an array of them.");
        }
        ImmutableArray<JsonElement> elements = isBatch ? [.. body.EnumerateArray()] : [body];
        var records = elements.Select(element => UsageIntake.Read(element, command.Caller.Scope));
        return await intake.Accept(
            new StreamRequest(StreamNames.Usage, Path, body.GetRawText(), [.. records]), command, http, cancellation);
    }

    private static Task<Results<Ok<StreamOperationView>, ProblemHttpResult>> Progress(
        string operationId, StreamIntake intake, CancellationToken cancellation) =>
        intake.Progress(StreamNames.Usage, operationId, cancellation);
}
