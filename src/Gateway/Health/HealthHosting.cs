using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingActors.Gateway.Health;

/// <summary>
/// /health/live, /health/ready, /health/startup: names and states of checks, and the reasons that checks give in words
/// of their own; nothing of what they saw and nothing of what was thrown.
/// </summary>
internal static class HealthHosting
{
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddBillingHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthTag.Ready], timeout: CheckTimeout)
            .AddCheck<MigrationCheck>("migrations", tags: [HealthTag.Ready], timeout: CheckTimeout)
            .AddCheck<ClusterCheck>("cluster", tags: [HealthTag.Ready], timeout: CheckTimeout)
            .AddCheck<StartupCheck>("startup", tags: [HealthTag.Startup]);
        return services;
    }

    public static void MapBillingHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapProbe("/health/live", _ => false);
        routes.MapProbe("/health/ready", check => check.Tags.Contains(HealthTag.Ready));
        routes.MapProbe("/health/startup", check => check.Tags.Contains(HealthTag.Startup));
    }

    private static void MapProbe(
        this IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> predicate) =>
        routes.MapHealthChecks(path, new HealthCheckOptions { Predicate = predicate, ResponseWriter = Write })
            .AllowAnonymous();

    private static Task Write(HttpContext http, HealthReport report)
    {
        var checks = report.Entries.ToDictionary(
            entry => entry.Key, entry => entry.Value.Status.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        return report.Status == HealthStatus.Unhealthy
            ? Refused.With(ProblemCode.NotReady, ReasonsOf(report), ("checks", checks)).ExecuteAsync(http)
            : http.Response.WriteAsJsonAsync(new { status = "healthy", checks }, http.RequestAborted);
    }

    /// <summary>What an exception says stays in the log: it may hold an address or worse.</summary>
    private static string ReasonsOf(HealthReport report) => string.Join(
        ' ',
        report.Entries.Values
            .Where(entry => entry is { Status: HealthStatus.Unhealthy, Exception: null, Description.Length: > 0 })
            .Select(entry => entry.Description)
            .DefaultIfEmpty("A check failed."));
}
