using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Cash;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/payments/batches: payments that are posted together, if they come to their control totals.</summary>
internal static class PaymentBatchApi
{
    public static void MapPaymentBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/v1/payments/batches/{entityId}").WithTags("Payments");
        batches.MapPost("/", Post).Changes(Permissions.PaymentsWrite)
            .Refuses("batch-not-tied", "batch-exists", "batch-size-wrong", "batch-line-repeated",
                "amount-not-positive", "amount-too-large", "card-number", ProblemCode.EntityUnknown)
            .WithSummary("Accepts a batch of payments whose totals tie; its lines are worked off once each.");
        batches.MapGet("/{batchId}", View).Reads(Permissions.PaymentsRead).Refuses(ProblemCode.ImportUnknown)
            .WithSummary("Says how far a batch is and what became of its lines.");
    }

    private static async Task<Results<Accepted<ImportView>, ProblemHttpResult>> Post(
        string entityId, PaymentBatch body, Command command, IGrainFactory grains, HttpContext http,
        CancellationToken cancellation)
    {
        if (!command.Caller.Scope.Allows(entityId))
            return Refused.With(ProblemCode.EntityUnknown, "There is no such legal entity.");
        if (!PathIds.IsId(body.BatchId))
            return Refused.With(ProblemCode.IdInvalid, "batchId is not well formed.");
        var batch = grains.GetGrain<IPaymentBatchGrain>(CashKey.Of(entityId, body.BatchId));
        return (await batch.Post(command.Envelope, body, cancellation)).ToAccepted(
            http, $"/v1/payments/batches/{Uri.EscapeDataString(entityId)}/{Uri.EscapeDataString(body.BatchId)}");
    }

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> View(
        string entityId, string batchId, Caller caller, IGrainFactory grains, CancellationToken cancellation) =>
        caller.Scope.Allows(entityId)
        && await grains.GetGrain<IPaymentBatchGrain>(CashKey.Of(entityId, batchId)).View(cancellation) is { } view
            ? TypedResults.Ok(view)
            : Refused.With(ProblemCode.ImportUnknown, "There is no such batch.");
}
