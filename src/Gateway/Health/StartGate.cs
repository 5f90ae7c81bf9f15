using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Health;

/// <summary>Refuses calls while parts of the program still start, such as its way into the cluster.</summary>
internal static class StartGate
{
    private const string RetryAfterSeconds = "1";

    /// <summary>Lets only /health through until everything has started.</summary>
    public static void UseStartGate(this IApplicationBuilder app)
    {
        var started = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted;
        app.Use((http, next) => started.IsCancellationRequested || IsHealth(http) ? next(http) : Refuse(http));
    }

    private static bool IsHealth(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static Task Refuse(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Refused.With(ProblemCode.NotReady, "The program is still starting.").ExecuteAsync(http);
    }
}
