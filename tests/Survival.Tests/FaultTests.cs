using System.Globalization;
using BillingActors.Survival.Faults;

namespace BillingActors.Survival.Tests;

/// <summary>
/// Three silos and a gateway at work, and everything that can happen to them: afterwards the books verify, every
/// acknowledged payment has one effect, and invoice numbers have neither gaps nor doubles.
/// <c>BILLING_TEST_ROUNDS</c> says how often each fault falls.
/// </summary>
[Trait("Group", "Kill"), Trait("Group", "Postgres")]
[Collection<OneCluster>]
public sealed class FaultTests(ClusterAtWork cluster, ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string, int>> Faults()
    {
        var rounds = int.Parse(
            Environment.GetEnvironmentVariable("BILLING_TEST_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
        return from round in Enumerable.Range(1, rounds)
               from name in FaultCatalogue.Names
               select new TheoryDataRow<string, int>(name, round);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_cluster_at_work_survives(string faultName, int round)
    {
        var arena = cluster.Arena;
        var fault = FaultCatalogue.All(new Random(round)).Single(one => one.Name == faultName);
        if (fault.Obstacle(arena) is { } obstacle)
            Assert.Skip(obstacle);
        var cancellation = TestContext.Current.CancellationToken;
        var before = arena.Load.Log.SentCount;
        var wasKept = cluster.IsKept;
        cluster.IsKept = true;

        var outcome = await arena.Suffer(fault, cancellation);
        var anomalies = await arena.Look(cancellation);

        output.WriteLine($"{outcome}; {arena.Load.Log.SentCount - before} payments meanwhile");
        Assert.True(
            anomalies.Count == 0,
            $"{outcome}, logs in {arena.Cluster.Folder}:\n" + string.Join('\n', anomalies.Take(20)));
        cluster.IsKept = wasKept;
    }
}
