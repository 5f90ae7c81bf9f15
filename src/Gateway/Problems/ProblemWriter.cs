using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace BillingActors.Gateway.Problems;

/// <summary>
/// Writes every problem the same way, whatever the caller accepts: with a code of the catalogue, the path and the
/// trace id.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string MediaType = "application/problem+json";

    /// <summary>Identifies a kind of problem.</summary>
    public static string TypeOf(string code) => "urn:billing:problem:" + code;

    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = context.ProblemDetails;
        Complete(problem, http);
        http.Response.StatusCode = problem.Status!.Value;
        return new ValueTask(http.Response.WriteAsJsonAsync(
            problem, options: null, contentType: MediaType, http.RequestAborted));
    }

    private static void Complete(ProblemDetails problem, HttpContext http)
    {
        problem.Status ??= http.Response.StatusCode;
        if (!problem.Extensions.ContainsKey("code"))
        {
            var kind = ProblemCatalogue.OfStatus(problem.Status.Value);
            problem.Type = TypeOf(kind.Code);
            problem.Title = kind.Title;
            problem.Detail = null;
            problem.Extensions["code"] = kind.Code;
        }
        problem.Instance ??= http.Request.Path;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
    }
}
