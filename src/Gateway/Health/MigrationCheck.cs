using BillingActors.Storage.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingActors.Gateway.Health;

/// <summary>Whether the database has exactly the migrations that this program knows.</summary>
internal sealed class MigrationCheck(ISchema schema) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var differences = await schema.Differences(cancellationToken);
        return differences switch
        {
            [] => HealthCheckResult.Healthy(),
            [var only] => HealthCheckResult.Unhealthy(only),
            [var first, ..] => HealthCheckResult.Unhealthy($"{first} {differences.Length - 1} more differ."),
        };
    }
}
