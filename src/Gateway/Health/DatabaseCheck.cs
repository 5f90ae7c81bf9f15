using BillingActors.Storage.Keys;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingActors.Gateway.Health;

/// <summary>Whether the database answers with the schema this program reads.</summary>
internal sealed class DatabaseCheck(IKeyStore keys) : IHealthCheck
{
    private const string NoKey = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await keys.Read(NoKey, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
