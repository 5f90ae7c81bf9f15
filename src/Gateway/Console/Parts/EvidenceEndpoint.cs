using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Readings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A document of a dispute as a file; the browser saves it and never shows it as a page of ours.</summary>
internal static class EvidenceEndpoint
{
    /// <summary>The address of a document.</summary>
    public static string PathOf(string entityId, string accountId, string disputeId, string documentId) =>
        ConsolePath.Account(entityId, accountId)
        + $"/disputes/{Uri.EscapeDataString(disputeId)}/evidence/{Uri.EscapeDataString(documentId)}";

    public static void MapEvidence(this IEndpointRouteBuilder routes) => routes
        .MapGet(
            ConsolePath.Root + "/accounts/{entityId}/{accountId}/disputes/{disputeId}/evidence/{documentId}", Give)
        .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.DisputesRead)).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> Give(
        [AsParameters] Place place, HttpContext http, EvidenceReading reading, CancellationToken cancellation)
    {
        var found = await reading.Find(
            Caller.Of(http.User), (place.EntityId, place.AccountId, place.DisputeId), place.DocumentId, cancellation);
        if (found is not { } file)
            return TypedResults.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        return TypedResults.File(file.Content, file.Head.ContentType, file.Head.Name);
    }

    /// <summary>Which document.</summary>
    private sealed record Place(string EntityId, string AccountId, string DisputeId, string DocumentId);
}
