using System.Net;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/development/tokens: a token for whoever asks, on a developer's machine only.</summary>
internal static class DevelopmentApi
{
    public static void MapDevelopment(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/development/tokens", Issue).AllowAnonymous().RequireRateLimiting(Bucket.Money)
            .ExcludeFromDescription();

    private static Results<Ok<DevelopmentToken>, ProblemHttpResult> Issue(
        DevelopmentLogin body, DevelopmentIssuer issuer, HttpContext http)
    {
        // Refused even if an address changed after the start: no connection from elsewhere gets a token.
        if (http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            return Refused.With(ProblemCode.NotFound, "There is nothing at this address.");
        if (!PathIds.IsId(body.PersonId) || body.Roles.Except(Role.All, StringComparer.Ordinal).Any())
            return Refused.With("text-invalid", "personId or roles are not usable.");
        return TypedResults.Ok(new DevelopmentToken(issuer.Issue(body.PersonId, body.Roles, body.Entities)));
    }
}
