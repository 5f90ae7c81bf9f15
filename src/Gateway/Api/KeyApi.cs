using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/keys: make, list, revoke.</summary>
internal static class KeyApi
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/v1/keys").WithTags("Keys");
        keys.MapGet("/", List).Reads(Permissions.KeysManage)
            .WithSummary("Lists API keys, newest first, without secrets.");
        keys.MapPost("/", Make).Changes(Permissions.KeysManage).Refuses(ProblemCode.KeyInvalid, ProblemCode.KeyExists)
            .WithSummary("Makes an API key; its text is shown in this answer only.");
        keys.MapDelete("/{keyId}", Revoke).Changes(Permissions.KeysManage).Refuses(ProblemCode.KeyUnknown)
            .WithSummary("Takes an API key back for good.");
    }

    private static async Task<Ok<ImmutableArray<ApiKeyView>>> List(
        Caller caller, KeyDesk keys, CancellationToken cancellation) =>
        TypedResults.Ok(await keys.List(caller, cancellation));

    private static async Task<Results<Created<IssuedKey>, ProblemHttpResult>> Make(
        NewKey body, Command command, [AsParameters] Ring ring, CancellationToken cancellation)
    {
        var keyId = ApiKeyText.IdFor(command.IdOfNew("key"));
        var reply = await ring.Keys.Make(command.Caller, body, (keyId, ring.Note(command)), cancellation);
        return reply.ToCreated(ring.Http, $"/v1/keys/{keyId}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        string keyId, Command command, [AsParameters] Ring ring, CancellationToken cancellation)
    {
        var reply = await ring.Keys.Revoke(command.Caller, keyId, ring.Note(command), cancellation);
        if (reply.Value is null)
            return reply.ToProblem();
        if (reply.IsReplay)
            ring.Http.MarkReplay();
        return TypedResults.NoContent();
    }

    private sealed record Ring(KeyDesk Keys, TimeProvider Clock, HttpContext Http)
    {
        /// <summary>The entry of the request; what was done to what, the desk fills in.</summary>
        public AuditEntry Note(Command command) => command.Note("", new AuditSubject("key", ""), Clock);
    }
}
