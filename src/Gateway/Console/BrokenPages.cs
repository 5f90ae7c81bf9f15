using System.Diagnostics;
using BillingActors.Gateway.Console.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console;

/// <summary>Answers for pages that broke: a page for people, without any detail.</summary>
internal static class BrokenPages
{
    /// <summary>How the framework is to answer.</summary>
    public static ExceptionHandlerOptions Options { get; } = new() { ExceptionHandler = Answer };

    private static async Task Answer(HttpContext http)
    {
        await ContentPolicy.Set(http, _ => Task.CompletedTask); // What was set before is gone with the broken answer.
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is NobodyAtDeskException)
        {
            http.Response.Redirect(ConsolePath.Login + "?expired=true");
            return;
        }
        var page = new RazorComponentResult<BrokenPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(BrokenPage.TraceId)] = Activity.Current?.Id ?? http.TraceIdentifier,
        })
        {
            StatusCode = StatusCodes.Status500InternalServerError,
        };
        await page.ExecuteAsync(http);
    }
}
