using System.Globalization;
using BillingActors.Survival.Databases;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Clusters;

/// <summary>What the silos have agreed on about each other, as the database holds it.</summary>
internal sealed class Membership(PrivatePostgres postgres)
{
    private const int Active = 3;
    private const int Dead = 6;

    /// <summary>Generation of the silo that is active at a port; null when none is.</summary>
    public async Task<int?> ActiveAt(int port, CancellationToken cancellation)
    {
        var generation = await postgres.Run(
            string.Create(CultureInfo.InvariantCulture,
                $"select max(generation) from orleans_silo where port = {port} and status = {Active}"),
            SurvivalCluster.Database, cancellation);
        return generation is int found ? found : null;
    }

    /// <summary>Waits until a silo is declared dead; answers how long that took.</summary>
    public Task<TimeSpan> UntilDead(int port, int generation, CancellationToken cancellation) => Wait.Until(
        string.Create(CultureInfo.InvariantCulture, $"the silo at {port} is declared dead"),
        TimeSpan.FromSeconds(60),
        async () => await postgres.Run(
            string.Create(CultureInfo.InvariantCulture,
                $"""
                 select 1 from orleans_silo where port = {port} and generation = {generation} and status = {Dead}
                 """),
            SurvivalCluster.Database, cancellation) is not null,
        cancellation);
}
