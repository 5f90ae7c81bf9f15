using System.Collections.Frozen;
using System.Security.Claims;
using System.Threading.RateLimiting;
using BillingActors.Gateway.Auth;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Limits calls per authenticated key or person; an address counts only where nobody is authenticated. Both ways to an
/// answer, the long and the short one, count in the same windows.
/// </summary>
internal sealed class CallLimits(IOptions<GatewayOptions> options) : IDisposable
{
    private readonly FrozenDictionary<string, PartitionedRateLimiter<string>> _buckets =
        new Dictionary<string, PartitionedRateLimiter<string>>(StringComparer.Ordinal)
        {
            [Bucket.Read] = Limiter(options.Value.Reads),
            [Bucket.Ingest] = Limiter(options.Value.Ingest),
            [Bucket.Money] = Limiter(options.Value.Money),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How a caller with a key is counted.</summary>
    public static string ByKey(string keyId) => "key:" + keyId;

    /// <summary>How the sender of a request is counted.</summary>
    public static string CallerOf(HttpContext http)
    {
        if (http.User.FindFirstValue(BillingClaim.Key) is { } key)
            return ByKey(key);
        return http.User.FindFirstValue(BillingClaim.Person) is { } person
            ? "person:" + person
            : "address:" + http.Connection.RemoteIpAddress;
    }

    /// <summary>Counts a call; the lease says whether it may be answered now.</summary>
    public RateLimitLease Count(string bucket, string caller) => _buckets[bucket].AttemptAcquire(caller);

    public void Dispose()
    {
        foreach (var limiter in _buckets.Values)
            limiter.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(RateLimit limit) =>
        PartitionedRateLimiter.Create<string, string>(
            caller => RateLimitPartition.GetFixedWindowLimiter(
                caller,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limit.PermitCount,
                    Window = TimeSpan.FromSeconds(limit.WindowSeconds),
                    QueueLimit = 0,
                }),
            StringComparer.Ordinal);
}
