using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Keys;
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
        Caller caller, IKeyStore store, CancellationToken cancellation) =>
        TypedResults.Ok<ImmutableArray<ApiKeyView>>(
            [.. (await store.List(cancellation)).Where(key => MaySee(caller, key.Entities))]);

    private static async Task<Results<Created<IssuedKey>, ProblemHttpResult>> Make(
        NewKey body, Command command, IKeyStore store, CancellationToken cancellation)
    {
        var now = command.Envelope.At;
        if (KeyIssuing.Check(body, now) is { } broken)
            return Refused.With(ProblemCode.KeyInvalid, broken);
        if (!MaySee(command.Caller, body.Entities))
            return Refused.With(ProblemCode.KeyInvalid, "A key reaches no further than its maker.");
        var keyId = ApiKeyText.IdFor(command.IdOfNew("key"));
        if (await store.Read(keyId, cancellation) is not null)
            return Refused.With(ProblemCode.KeyExists, $"The key {keyId} was made by this Idempotency-Key before.");
        var (stored, issued) = KeyIssuing.Create(body, now, keyId);
        await store.Add(stored, cancellation);
        return TypedResults.Created($"/v1/keys/{keyId}", issued);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        string keyId, Command command, [AsParameters] Ring ring, CancellationToken cancellation)
    {
        if (await ring.Store.Read(keyId, cancellation) is not { } key || !MaySee(command.Caller, key.View.Entities))
            return Refused.With(ProblemCode.KeyUnknown, "There is no such key.");
        if (!await ring.Store.Revoke(keyId, command.Envelope.At, cancellation))
            ring.Http.MarkReplay();
        ring.Keys.Forget(keyId);
        return TypedResults.NoContent();
    }

    /// <summary>A limited administrator sees and makes only keys that are limited at least as much.</summary>
    private static bool MaySee(Caller caller, ImmutableArray<string> entities) =>
        caller.IsUnlimited || (!entities.IsEmpty && entities.All(caller.Scope.Allows));

    private sealed record Ring(IKeyStore Store, KeyRing Keys, HttpContext Http);
}
