using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Http;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Persons;

/// <summary>The archive of a person, as the desk downloads it; each download is noted before it begins.</summary>
internal static class PersonFileEndpoint
{
    public static void MapPersonFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ConsolePath.Root + "/customers/{id}/file", Download)
            .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.PersonsExport))
            .RequireRateLimiting(Bucket.Read).AddEndpointFilter(PathIds.Shared).ExcludeFromDescription();

    private static async Task<Results<PushStreamHttpResult, NotFound>> Download(
        string id, PersonFiles files, PersonArchive archive, IAuditTrail trail, HttpContext http)
    {
        var caller = Caller.Of(http.User);
        if (await files.Of(caller, id, http.RequestAborted) is not { } file)
            return TypedResults.NotFound();
        await trail.Append(
            http.Note((caller.PersonId, Noting.Console), "person-exported", new AuditSubject("customer", id)),
            http.RequestAborted);
        return archive.ToHttp(file, http);
    }
}
