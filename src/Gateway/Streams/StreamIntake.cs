using System.Security.Cryptography;
using System.Text;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Streams;

/// <summary>
/// Takes the records of a request into a durable stream: 202 once they are durable, with a result for each. The same
/// request with the same key finds itself.
/// </summary>
internal sealed class StreamIntake(IInbox inbox)
{
    public async Task<Results<Accepted<StreamReceipt>, ProblemHttpResult>> Accept(
        StreamRequest request, Command command, HttpContext http, CancellationToken cancellation)
    {
        var records = request.Records;
        if (records.Length > inbox.RecordCountMax)
            return Refused.With(ProblemCode.BodyTooLarge, $"A request has at most {inbox.RecordCountMax} records.");
        var accepted = records.Where(one => one.Record is not null).Select(one => one.Record!).ToList();
        var receipt = new StreamReceipt(
            command.IdOfNew(request.Namespace),
            accepted.Count,
            records.Length - accepted.Count,
            [.. records.Select((one, index) => one.At(index))]);
        if (accepted.Count == 0)
        {
            return Refused.With(
                ProblemCode.RecordsRejected, "None of the records can be accepted.", ("results", receipt.Results));
        }
        var operation = new InboxOperation(receipt.OperationId, HashOf(request.Body), receipt.RejectedCount);
        var known = await inbox.Find(request.Namespace, receipt.OperationId, cancellation);
        if (known is not null && known.Request.RequestHash != operation.RequestHash)
            return Refused.With(ProblemCode.IdReused, "The Idempotency-Key came before with another body.");
        if (known is not null)
            http.MarkReplay();
        else
            await inbox.Append(request.Namespace, accepted, operation, cancellation);
        return TypedResults.Accepted($"{request.Path}/{receipt.OperationId}", receipt);
    }

    /// <summary>How far the records of a request are.</summary>
    public async Task<Results<Ok<StreamOperationView>, ProblemHttpResult>> Progress(
        string streamNamespace, string operationId, CancellationToken cancellation) =>
        await inbox.Find(streamNamespace, operationId, cancellation) is { } operation
        && await inbox.Progress(streamNamespace, operation.Receipt, cancellation) is { } view
            ? TypedResults.Ok(view with { RejectedCount = operation.Request.RejectedCount })
            : Refused.With(ProblemCode.OperationUnknown, "There is no such operation.");

    private static string HashOf(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
