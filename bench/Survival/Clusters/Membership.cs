using System.Globalization;
using BillingActors.Survival.Databases;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Clusters;

/// <summary>What the silos have agreed on about each other, as the database holds it.</summary>
internal sealed class Membership(PrivatePostgres postgres)
{
    private const int Active = 3;
    private const int Dead = 6;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

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
        Longest,
        () => IsDead(port, generation, cancellation),
        cancellation);

    /// <summary>
    /// Waits until a silo that the others cannot reach is declared dead, or all the others are: where one vote is
    /// enough, because others have not said for a while that they live, either side may be first.
    /// </summary>
    public Task<TimeSpan> UntilParted(
        (int Port, int Generation) alone, IReadOnlyCollection<(int Port, int Generation)> others,
        CancellationToken cancellation) => Wait.Until(
        string.Create(CultureInfo.InvariantCulture, $"the silo at {alone.Port} or all others are declared dead"),
        Longest,
        async () => await IsDead(alone.Port, alone.Generation, cancellation)
            || (others.Count > 0 && await AreDead(others, cancellation)),
        cancellation);

    private async Task<bool> AreDead(
        IEnumerable<(int Port, int Generation)> silos, CancellationToken cancellation)
    {
        foreach (var (port, generation) in silos)
        {
            if (!await IsDead(port, generation, cancellation))
                return false;
        }
        return true;
    }

    private async Task<bool> IsDead(int port, int generation, CancellationToken cancellation) => await postgres.Run(
        string.Create(CultureInfo.InvariantCulture,
            $"select 1 from orleans_silo where port = {port} and generation = {generation} and status = {Dead}"),
        SurvivalCluster.Database, cancellation) is not null;
}
