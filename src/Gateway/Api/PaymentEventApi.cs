using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Streams;
using BillingActors.Grains.Interfaces.Streams;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/payments/events: payments as they happen, one or many, durable once they are accepted.</summary>
internal static class PaymentEventApi
{
    private const string Path = "/v1/payments/events";

    public static void MapPaymentEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup(Path).WithTags("Payments");
        events.MapPost("/", Post).Changes(Permissions.PaymentsWrite)
            .Refuses(ProblemCode.BodyInvalid, ProblemCode.BodyTooLarge, ProblemCode.RecordsRejected,
                ProblemCode.StreamFull)
            .WithSummary("Accepts one payment or an array of them, each as a line of payments-json has it.");
        events.MapGet("/{operationId}", Progress).Reads(Permissions.PaymentsRead)
            .Refuses(ProblemCode.OperationUnknown)
            .WithSummary("Says how far the payments of a request are.");
    }

    private static Task<Results<Accepted<StreamReceipt>, ProblemHttpResult>> Post(
        JsonElement body, Command command, StreamIntake intake, HttpContext http, CancellationToken cancellation)
    {
        ImmutableArray<JsonElement> elements = body.ValueKind == JsonValueKind.Array
            ? [.. body.EnumerateArray()]
            : [body];
        var records = elements.Select(element => PaymentIntake.Read(element, command.Caller.Scope));
        return intake.Accept(
            new StreamRequest(StreamNames.Payments, Path, body.GetRawText(), [.. records]),
            command,
            http,
            cancellation);
    }

    private static Task<Results<Ok<StreamOperationView>, ProblemHttpResult>> Progress(
        string operationId, StreamIntake intake, CancellationToken cancellation) =>
        intake.Progress(StreamNames.Payments, operationId, cancellation);
}
