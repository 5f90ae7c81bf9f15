using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/me: who the caller is and what it may do.</summary>
internal static class SelfApi
{
    public static void MapSelf(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/me", Me).WithTags("Self").Reads(Permissions.SelfRead)
            .WithSummary("Shows who calls and what this caller may do.");

    private static Ok<CallerView> Me(Caller caller) => TypedResults.Ok(new CallerView(
        caller.PersonId,
        caller.Roles,
        caller.Scope.Entities,
        [.. RolePermissions.All
            .Where(permission => RolePermissions.Allow(caller.Roles, permission))
            .Order(StringComparer.Ordinal)]));
}
