using System.Globalization;
using System.Threading.RateLimiting;
using BillingActors.Gateway.Auth;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Limits calls per authenticated key or person; an address counts only where nobody is authenticated.
/// </summary>
internal sealed class RateLimiting(IOptions<GatewayOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = SayWhenAgain;
        Add(limiter, Bucket.Read, options.Value.Reads);
        Add(limiter, Bucket.Ingest, options.Value.Ingest);
        Add(limiter, Bucket.Money, options.Value.Money);
    }

    private static void Add(RateLimiterOptions limiter, string bucket, RateLimit limit) =>
        limiter.AddPolicy(bucket, context => RateLimitPartition.GetFixedWindowLimiter(
            PartitionOf(context),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limit.PermitCount,
                Window = TimeSpan.FromSeconds(limit.WindowSeconds),
                QueueLimit = 0,
            }));

    private static string PartitionOf(HttpContext context)
    {
        var user = context.User;
        if (user.FindFirst(BillingClaim.Key) is { } key)
            return "key:" + key.Value;
        return user.FindFirst(BillingClaim.Person) is { } person
            ? "person:" + person.Value
            : "address:" + context.Connection.RemoteIpAddress;
    }

    private static ValueTask SayWhenAgain(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
