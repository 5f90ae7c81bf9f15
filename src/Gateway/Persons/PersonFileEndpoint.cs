using System.Text.Json;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Http;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Persons;

/// <summary>The file of a person, as the desk downloads it; each download is noted before it begins.</summary>
internal static class PersonFileEndpoint
{
    public static void MapPersonFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ConsolePath.Root + "/customers/{id}/file", Download)
            .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.PersonsExport))
            .RequireRateLimiting(Bucket.Read).AddEndpointFilter<PathIds>().ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> Download(
        string id, PersonFiles files, IAuditTrail trail, HttpContext http)
    {
        var caller = Caller.Of(http.User);
        if (await files.Of(caller, id, http.RequestAborted) is not { } file)
            return TypedResults.NotFound();
        await trail.Append(
            http.Note((caller.PersonId, Noting.Console), "person-exported", new AuditSubject("customer", id)),
            http.RequestAborted);
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(file, json), "application/json", $"person-{id}.json");
    }
}
