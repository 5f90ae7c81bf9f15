using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Http;

/// <summary>The one place where a grain's reply becomes an HTTP answer.</summary>
internal static class ReplyHttp
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToOk<T>(this Reply<T> reply, HttpContext http)
        where T : class =>
        reply.Value is { } value ? TypedResults.Ok(Stamp(reply, value, http)) : ToProblem(reply);

    /// <summary>201 with the value and where it is, or the problem.</summary>
    public static Results<Created<T>, ProblemHttpResult> ToCreated<T>(
        this Reply<T> reply, HttpContext http, string location)
        where T : class =>
        reply.Value is { } value ? TypedResults.Created(location, Stamp(reply, value, http)) : ToProblem(reply);

    /// <summary>202 with the value and where its progress is, or the problem.</summary>
    public static Results<Accepted<T>, ProblemHttpResult> ToAccepted<T>(
        this Reply<T> reply, HttpContext http, string location)
        where T : class =>
        reply.Value is { } value ? TypedResults.Accepted(location, Stamp(reply, value, http)) : ToProblem(reply);

    /// <summary>The problem of a reply without a value.</summary>
    public static ProblemHttpResult ToProblem<T>(this Reply<T> reply)
        where T : class =>
        reply.Problem is { } problem
            ? Refused.With(problem.Code, problem.Detail)
            : Refused.With(ProblemCode.Internal, "The reply has neither a value nor a problem.");

    /// <summary>Marks the answer to a call that had its effect before.</summary>
    public static void MarkReplay(this HttpContext http) => http.Response.Headers[CommandHeader.Replay] = "true";

    /// <summary>Sets the version of what is answered.</summary>
    public static void Tag(this HttpContext http, long version) =>
        http.Response.Headers.ETag = Precondition.Tag(version);

    private static T Stamp<T>(Reply<T> reply, T value, HttpContext http)
        where T : class
    {
        if (reply.IsReplay)
            http.MarkReplay();
        return value;
    }
}
