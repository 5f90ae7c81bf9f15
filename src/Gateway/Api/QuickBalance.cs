using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Api;

/// <summary>
/// The short way of the commonest question, what an account owes, asked with a key that proved itself a moment ago. It
/// only ever says yes, with the words of the endpoint: whoever is not known, not allowed, over a limit or watched, and
/// whatever is not there, goes the long way, which alone decides, refuses and takes notes.
/// </summary>
internal sealed class QuickBalance(
    KeyRing keys,
    LockOut lockOut,
    CallLimits limits,
    SensitiveMarks marks,
    IGrainFactory grains,
    IOptions<JsonOptions> json)
{
    private const string Json = "application/json; charset=utf-8";

    private readonly JsonTypeInfo _balance = json.Value.SerializerOptions.GetTypeInfo(typeof(BalanceView));

    /// <summary>Answers, or lets the request go on.</summary>
    public Task Invoke(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null
        && http.GetEndpoint()!.Metadata.GetMetadata<PermissionRequirement>() is { } needed
        && AccountOf(http, needed.Permission) is { } account
            ? Answer(http, account, next)
            : next(http);

    /// <summary>The account that may be shown without a further question; null for the long way.</summary>
    private string? AccountOf(HttpContext http, string permission)
    {
        if (http.Request.RouteValues["entityId"] is not string entityId
            || http.Request.RouteValues["accountId"] is not string accountId
            || !PathIds.IsId(entityId)
            || !PathIds.IsId(accountId)
            || Known(http) is not { Caller: { KeyId: { } keyId } caller }
            || !RolePermissions.Allow(caller.Roles, permission)
            || !caller.Scope.Allows(entityId))
        {
            return null;
        }
        var account = AccountKey.Of(entityId, accountId);
        if (!marks.IsPlain(account))
            return null;
        using var lease = limits.Count(Bucket.Read, CallLimits.ByKey(keyId));
        return lease.IsAcquired ? account : null;
    }

    private KnownKey? Known(HttpContext http) =>
        BearerText.Of(http.Request) is { } text
        && ApiKeyText.Parse(text) is { } key
        && !lockOut.HasFailures(ApiKeyHandler.AccountOf(key), LockOut.NetworkOf(http))
            ? keys.Known(key)
            : null;

    private async Task Answer(HttpContext http, string account, RequestDelegate next)
    {
        // Nothing waits for this but the caller, and it is over before he could have gone.
        if (await grains.Account(account).Balance(CancellationToken.None) is not { } balance)
        {
            await next(http);
            return;
        }
        http.Tag(balance.Version);
        var body = JsonSerializer.SerializeToUtf8Bytes(balance, _balance);
        http.Response.ContentType = Json;
        http.Response.ContentLength = body.Length;
        // Not flushed here: head and body leave together at the end.
        body.CopyTo(http.Response.BodyWriter.GetSpan(body.Length));
        http.Response.BodyWriter.Advance(body.Length);
    }

    /// <summary>Marks the endpoint that is answered the short way where that is possible.</summary>
    internal sealed record Mark;
}
