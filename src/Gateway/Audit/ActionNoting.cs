using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Audit;

/// <summary>
/// Notes what an endpoint did, before its caller hears of it: without the entry there is no answer. A call that is sent
/// again with the same key is noted once.
/// </summary>
internal static class ActionNoting
{
    /// <summary>The endpoint's success is an entry of the audit trail, about what its path names.</summary>
    public static RouteHandlerBuilder Noted(this RouteHandlerBuilder endpoint, string action, string kind)
    {
        var noted = new NotedAction(action, kind);
        return endpoint.WithMetadata(noted).AddEndpointFilter((context, next) => Note(noted, context, next));
    }

    private static async ValueTask<object?> Note(
        NotedAction noted, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, result) = (context.HttpContext, await next(context));
        if (!IsSuccess(result))
            return result;
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var subject = SubjectOf(noted.Kind, http);
        var entry = CommandOf(context) is { } command
            ? command.Note(noted.Action, subject, clock)
            : http.Note((Caller.Of(http.User).PersonId, Noting.Api), noted.Action, subject);
        var trail = http.RequestServices.GetRequiredService<IAuditTrail>();
        await trail.Append(entry with { After = QueryOf(http) }, http.RequestAborted);
        return result;
    }

    private static Command? CommandOf(EndpointFilterInvocationContext context) =>
        context.Arguments.OfType<Command>().SingleOrDefault()
        ?? context.Arguments.OfType<MasterRoute>().SingleOrDefault()?.Command;

    private static bool IsSuccess(object? result)
    {
        while (result is INestedHttpResult nested)
            result = nested.Result;
        return result is not IStatusCodeHttpResult { StatusCode: >= 400 };
    }

    private static AuditSubject SubjectOf(string kind, HttpContext http)
    {
        var values = http.Request.RouteValues;
        var id = string.Join('/', values.Values.OfType<object>());
        return new AuditSubject(kind, id, values["entityId"]?.ToString(), values["accountId"]?.ToString());
    }

    /// <summary>Of an export its filter is told.</summary>
    private static string? QueryOf(HttpContext http) =>
        http.Request.QueryString.Value is { Length: > 1 } query ? query[1..] : null;
}
