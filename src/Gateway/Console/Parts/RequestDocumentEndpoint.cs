using BillingActors.Gateway.Approvals;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Http;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>
/// A document of a request as a file; the browser saves it and never shows it as a page of ours. Who opened it is noted
/// before.
/// </summary>
internal static class RequestDocumentEndpoint
{
    /// <summary>The address of a document.</summary>
    public static string PathOf(RequestPlace of, string documentId) =>
        ConsolePath.Account(of.EntityId, of.AccountId)
        + $"/requests/{Uri.EscapeDataString(of.RequestId)}/documents/{Uri.EscapeDataString(documentId)}";

    public static void MapRequestDocuments(this IEndpointRouteBuilder routes) => routes
        .MapGet(ConsolePath.Root + "/accounts/{entityId}/{accountId}/requests/{requestId}/documents/{documentId}", Give)
        .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.ApprovalsRead))
        .RequireRateLimiting(Bucket.Read).AddEndpointFilter(PathIds.Shared).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> Give(
        [AsParameters] Place place, HttpContext http, RequestArchive archive, CancellationToken cancellation)
    {
        var caller = Caller.Of(http.User);
        var of = new RequestPlace(place.EntityId, place.AccountId, place.RequestId);
        if (await archive.Find(caller, of, place.DocumentId, cancellation) is not { } file)
            return TypedResults.NotFound();
        var subject = new AuditSubject(
            "request-document", $"{of.AccountKey}/{of.RequestId}/{place.DocumentId}", of.EntityId, of.AccountId);
        await http.RequestServices.GetRequiredService<IAuditTrail>().Append(
            http.Note((caller.PersonId, Noting.Console), "request-document-opened", subject), cancellation);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return TypedResults.File(file.Content, file.Head.ContentType, file.Head.Name);
    }

    /// <summary>Which document.</summary>
    private sealed record Place(string EntityId, string AccountId, string RequestId, string DocumentId);
}
