using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace BillingActors.Gateway.Http;

/// <summary>Refuses a call beyond the limit of its bucket, and says when to come again.</summary>
internal static class CallLimiting
{
    /// <summary>Stands behind authentication: a limit goes by who calls.</summary>
    public static IApplicationBuilder UseCallLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<CallLimits>();
        return app.Use((http, next) =>
        {
            var bucket = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
            return bucket is not null && Wait(limits, bucket, http) is { } seconds ? Refuse(http, seconds) : next(http);
        });
    }

    /// <summary>Counts the call; in how many seconds to come again, or null where it may be answered.</summary>
    private static int? Wait(CallLimits limits, string bucket, HttpContext http)
    {
        using var lease = limits.Count(bucket, CallLimits.CallerOf(http));
        if (lease.IsAcquired)
            return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
    }

    private static Task Refuse(HttpContext http, int seconds)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
