using System.Collections.Immutable;
using BillingActors.Gateway.Approvals;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Evidence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/requests/…/documents: what the maker of a request shows to whoever decides.</summary>
internal static class RequestDocumentApi
{
    private const string AnyFile = "application/octet-stream";
    private const int BufferBytes = 65_536;

    public static void MapRequestDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/requests/{requestId}/documents")
            .WithTags("Approvals");
        documents.MapGet("/", List).Reads(Permissions.ApprovalsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists the documents of a request, of one that was decided as well.");
        documents.MapPost("/", Add).Ingests(Permissions.ChargesWaive)
            .Accepts<Stream>(AnyFile, "application/pdf", "image/png", "image/jpeg")
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.DocumentRefused, ProblemCode.BodyTooLarge,
                ProblemCode.MediaTypeUnsupported, "request-unknown", "request-expired", "not-the-maker",
                "too-many-request-documents")
            .WithSummary("Puts a PDF, PNG or JPEG of at most 2 MB to a request of the caller's own that waits.");
        documents.MapGet("/{documentId}", Give).Reads(Permissions.ApprovalsRead)
            .Refuses(ProblemCode.DocumentUnknown)
            .Produces<Stream>(StatusCodes.Status200OK, AnyFile)
            .Noted("request-document-opened", "request-document")
            .WithSummary("Gives a document of a request as it was brought.");
    }

    private static async Task<Results<Ok<ImmutableArray<RequestDocumentView>>, ProblemHttpResult>> List(
        [AsParameters] RequestRoute request, CancellationToken cancellation) =>
        await request.Archive.Of(request.Caller, request.Place, cancellation) is { } documents
            ? TypedResults.Ok(documents)
            : Refused.Account();

    private static async Task<Results<Created<RequestDocumentView>, ProblemHttpResult>> Add(
        [AsParameters] RequestRoute request, string? fileName, Command command, CancellationToken cancellation)
    {
        if (await Read(request.Http.Request, cancellation) is not { } content)
        {
            return Refused.With(
                ProblemCode.BodyTooLarge, $"A document has at most {IEvidenceStore.LengthMax} bytes.");
        }
        var reply = await request.Archive.Add(
            (command.Caller, command.Envelope), request.Place,
            new EvidenceFile(fileName ?? "", content, command.PersonId), cancellation);
        return reply.ToCreated(
            request.Http, $"{request.Http.Request.Path.Value!.TrimEnd('/')}/{reply.Value?.DocumentId}");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Give(
        [AsParameters] RequestRoute request, string documentId, CancellationToken cancellation) =>
        await request.Archive.Find(request.Caller, request.Place, documentId, cancellation) is { } found
            ? TypedResults.File(found.Content, found.Head.ContentType, found.Head.Name)
            : Refused.With(ProblemCode.DocumentUnknown, "The request has no such document, or it cannot be read.");

    // No byte more than a document may have is kept, whatever the sender says of its length.
    private static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > IEvidenceStore.LengthMax)
            return null;
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + count > IEvidenceStore.LengthMax)
                return null;
            content.Write(buffer, 0, count);
        }
        return content.ToArray();
    }

    private sealed record RequestRoute(
        string EntityId, string AccountId, string RequestId, Caller Caller, RequestArchive Archive, HttpContext Http)
    {
        public RequestPlace Place => new(EntityId, AccountId, RequestId);
    }
}
